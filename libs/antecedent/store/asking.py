"""Statements that are made once and run often: to make one anew takes SQLAlchemy longer than to run it."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, String, any_, bindparam
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

Made = Callable[[str], Any]  # a statement for a dialect, by its name; with `functools.cache`


async def rows(session: AsyncSession, made: Made, /, **parameters: object) -> Sequence[Any]:
    """Plain rows, with values for the statement's parameters."""
    connection = await session.connection()
    return (await connection.execute(made(connection.dialect.name), parameters)).all()


async def values(session: AsyncSession, made: Made, /, **parameters: object) -> Sequence[Any]:
    """The first column of each row."""
    return [row[0] for row in await rows(session, made, **parameters)]


async def run(session: AsyncSession, made: Made, parameters: Any) -> None:
    """For statements that give nothing back; a list of parameters runs it for each."""
    connection = await session.connection()
    await connection.execute(made(connection.dialect.name), parameters)


def given(name: str) -> Any:
    """A text that is given when the statement is run, a parameter by this name."""
    return bindparam(name, type_=String)


def beginning(column: Any, name: str) -> ColumnElement[bool]:
    """The column begins with a parameter by this name, which `escaped` made safe."""
    return col(column).startswith(given(name), escape="/")


def escaped(prefix: str) -> str:
    """So that no letter of it stands for others."""
    return prefix.replace("/", "//").replace("%", "/%").replace("_", "/_")


def among(column: Any, name: str, dialect: str) -> ColumnElement[bool]:
    """The column has one of the values of a list, a parameter by this name.

    In one value where the database knows lists: the statement is the same for any number of them, and planned once.
    """
    if dialect == "postgresql":
        return col(column) == any_(bindparam(name, type_=ARRAY(String)))
    return col(column).in_(bindparam(name, expanding=True))
