"""Words that say little about a paragraph's subject in any text: they weigh less than their rarity says.

Function words, numbers in words, months, and the verbs and actors that every resolution has, in the three languages.
"""

from antecedent.resolutions.align.words import stems

_FUNCTION = (
    """
a about above after against all also among an and any are as at be been before being between both but by can could each
either every for from further had has have he her his if in including into is it its itself may more moreover most must
no nor not of on once one or other others our out over own per shall she should since so some such than that the their
them then there thereby therein thereof thereon these they this those through to under until up upon was were when where
whereas whether which while who whole whom whose will with within without would
first second third fourth fifth sixth seventh eighth ninth tenth two three four five six seven eight nine ten twenty
thirty forty fifty hundred year years month months time times date
january february march april june july august september october november december
""",
    """
au aux avec ce ces cet cette ceux chaque comme d dans de depuis des dont du elle elles en entre est et eux il ils l la
le les leur leurs lors lui mais même ne ni non notamment nous on ou où par pas pendant plus pour qu que qui s sa sans se
selon ses si son sont sous sur tant tel telle telles tels tous tout toute toutes un une vers y ainsi ayant être été a
ont avait peut peuvent doit doivent
premier première deuxième troisième quatrième cinquième deux trois quatre cinq six sept huit neuf dix vingt an ans
année années mois fois date janvier février mars avril juin juillet août septembre octobre novembre décembre
""",
    """
a al ante así como con contra cual cuales cuando cuya cuyo de del desde donde durante e el ella ellas ellos en entre era
es esa ese eso esta están estas este esto estos fue ha han hasta la las le les lo los más mediante ni no o otra otras
otro otros para pero por porque que quien se sea según ser si sin sobre son su sus también tal tanto todas todo todos
toda tras u un una unos y ya
primer primera segundo tercero cuarto quinto dos tres cuatro cinco seis siete ocho nueve diez veinte año años mes meses
vez veces fecha enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
""",
)
_LEADS = """
recalling reaffirming noting welcoming recognizing emphasizing stressing acknowledging aware concerned mindful
decides requests urges encourages invites calls welcomes notes recognizes emphasizes reaffirms takes instructs continue
rappelant réaffirmant notant prenant accueillant reconnaissant soulignant conscient préoccupé décide prie demande invite
engage exhorte encourage accueille souligne réaffirme prend continuer recordando reafirmando observando acogiendo
reconociendo subrayando destacando consciente preocupada decide solicita pide insta exhorta alienta invita acoge subraya
reafirma toma seguir
"""

COMMONPLACE = frozenset(stem for text in (*_FUNCTION, _LEADS) for stem in stems(text))
