"""Where paragraphs have been and which texts belong together: `ancestry`, `family`, drawn by `to_dot` and `to_svg`."""

from antecedent.resolutions.lineage.family import Relative, family
from antecedent.resolutions.lineage.graph import Ancestry, Descent, Node, ancestry, descents
from antecedent.resolutions.lineage.picture import to_dot, to_svg

__all__ = ["Ancestry", "Descent", "Node", "Relative", "ancestry", "descents", "family", "to_dot", "to_svg"]
