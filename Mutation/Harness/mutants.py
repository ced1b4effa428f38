"""What may be changed in Swift source text, and how.

A mutant is a change that is made only while the environment names its number, so that the program is
built once for all of them. An operator becomes an operator of its own, of the same precedence, that
is either the old or the new one; a literal, a condition and a statement ask which they are.
"""

import dataclasses
import re
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Mutant:
    path: Path  # from the folder of the sources
    line: int  # from 1
    start: int  # columns, from 0
    end: int
    kind: str
    old: str
    new: str
    text: str  # the line

    @property
    def marked(self) -> str:
        """The line, with what is changed in it: enough to find the mutant again."""
        change = f"[[{self.old or 'if'} -> {self.new or 'nothing'}]]"
        return (self.text[:self.start] + change + self.text[self.end:]).strip()

    @property
    def target(self) -> str:
        return self.path.parts[0]

    def switched(self, number: int, line: str) -> str:
        """The line with the change under its switch."""
        before, after = line[:self.start], line[self.end:]
        if self.kind == "operator":
            return before + OPERATORS[self.old].name(number) + after
        if self.kind == "literal":
            return f"{before}(isMutant({number}) ? {self.new} : {self.old}){after}"
        if self.kind == "condition":
            return f"{before}!isMutant({number}), {after}"
        return f"{before}if !isMutant({number}) {{ {self.old} }}{after}"


@dataclasses.dataclass(frozen=True)
class Operator:
    old: str
    new: str
    precedence: str
    bounds: tuple[str, ...]  # one overload for each

    def name(self, number: int) -> str:
        """An operator of arrows: Swift takes it for one word, and nobody else writes it."""
        return self.old + chr(0x2190 + number // 64) + chr(0x21D0 + number % 32) + (
            "" if number % 64 < 32 else chr(0x21F4))

    def declaration(self, number: int) -> str:
        name = self.name(number)
        lines = [f"infix operator {name}: {self.precedence}"]
        choose = f"isMutant({number}) ? a {self.new} b : a {self.old} b"
        for bound in self.bounds:
            if bound == "Bool":
                lines.append(
                    f"func {name} (a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool "
                    f"{{ isMutant({number}) ? try a {self.new} b() : try a {self.old} b() }}")
            elif bound == "Range":
                lines.append(
                    f"func {name} <T: BinaryInteger>(a: T, b: T) -> Range<T> "
                    f"{{ isMutant({number}) && a < b ? a..<(b - 1) : a..<b }}")
            else:
                result = "Bool" if bound in ("Comparable", "Equatable") else "T"
                lines.append(f"func {name} <T: {bound}>(a: T, b: T) -> {result} {{ {choose} }}")
        return "\n".join(lines)


def _operators() -> dict[str, Operator]:
    comparison, addition = "ComparisonPrecedence", "AdditionPrecedence"
    product, either = "MultiplicationPrecedence", ("BinaryInteger", "FloatingPoint")
    rows = [
        ("<", "<=", comparison, ("Comparable",)), ("<=", "<", comparison, ("Comparable",)),
        (">", ">=", comparison, ("Comparable",)), (">=", ">", comparison, ("Comparable",)),
        ("==", "!=", comparison, ("Equatable",)), ("!=", "==", comparison, ("Equatable",)),
        ("+", "-", addition, ("AdditiveArithmetic",)),
        ("-", "+", addition, ("AdditiveArithmetic",)),
        ("&+", "&-", addition, ("FixedWidthInteger",)),
        ("&-", "&+", addition, ("FixedWidthInteger",)),
        ("*", "/", product, either), ("/", "*", product, either),
        ("%", "/", product, ("BinaryInteger",)),
        ("&&", "||", "LogicalConjunctionPrecedence", ("Bool",)),
        ("||", "&&", "LogicalDisjunctionPrecedence", ("Bool",)),
        ("..<", "..< one less of", "RangeFormationPrecedence", ("Range",)),
    ]
    return {row[0]: Operator(*row) for row in rows}


OPERATORS = _operators()
_OPERATOR = re.compile(r"(?<= )(<=|>=|<|>|==|!=|\+|-|&\+|&-|\*|/|%|&&|\|\|)(?= )|\.\.<(?=[\w(])")
_LITERAL = re.compile(r"(?<![\w.$])(true|false|\d+)(?![\w.])")
_CONDITION = re.compile(r"^(\s*(?:\} else )?if )(?=\S)")
_STATEMENT = re.compile(r"^(\s*)((?:try )?[\w.\[\]!?&]+(?:\(.*\)|\s[-+*&|]*=\s.*)|continue|return)$")
# Lines that declare, or match patterns: nothing in them can ask which it is.
_DECLARATION = re.compile(
    r"^\s*(@|import|func|init|subscript|case|default|enum|struct|class|protocol|extension|"
    r"typealias|infix|associatedtype|#|(public|private|fileprivate|internal|package|static|"
    r"mutating|override|lazy|nonmutating|convenience|indirect|final|nonisolated)\b)")
_STARTS_LATER = re.compile(r"^\s*([.?:)\]}]|else\b|(&&|\|\||[-+*/<>=]=?) )")
_GOES_ON = re.compile(r"([,([{=:?]|\b(return|in|else|try|where)|(&&|\|\||[-+*/<>]|->))$")


def masked(text: str) -> str:
    """The text with blanks for comments and strings, each line as long as before."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())
    return re.sub(
        r'#?"""(?:\\.|[^\\])*?"""#?|#"[^\n]*?"#|"(?:\\\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\\.|'
        r'[^"\\\n])*"|//[^\n]*|/\*.*?\*/|(?<=[(=,] )/[^ \n/][^\n]*/(?=[),\s])',
        blank, text, flags=re.DOTALL)


def of_file(sources: Path, path: Path) -> list[Mutant]:
    """Every change that may be made to a file."""
    text = path.read_text(encoding="utf-8")
    lines, plain = text.split("\n"), masked(text).split("\n")
    name = path.relative_to(sources)
    found = []
    for index, line in enumerate(plain):
        if not line.strip() or _DECLARATION.match(line):
            continue

        def add(start: int, end: int, kind: str, new: str) -> None:
            found.append(
                Mutant(name, index + 1, start, end, kind, lines[index][start:end], new,
                       lines[index]))

        for match in _OPERATOR.finditer(line):
            add(*match.span(), "operator", OPERATORS[match.group()].new)
        for match in _LITERAL.finditer(line):
            old = match.group()
            new = {"true": "false", "false": "true"}.get(old) or str(int(old) + 1)
            add(*match.span(), "literal", new)
        if match := _CONDITION.match(line):
            add(match.end(), match.end(), "condition", "never")
        before = plain[index - 1].rstrip() if index else ""
        after = plain[index + 1] if index + 1 < len(plain) else ""
        if (match := _STATEMENT.match(line.rstrip())) and _is_whole(match.group(2)) \
                and not _GOES_ON.search(before) and not _STARTS_LATER.match(after.replace("}", "")):
            add(*match.span(2), "statement", "")
    return found


def _is_whole(statement: str) -> bool:
    return all(statement.count(a) == statement.count(b) for a, b in ("()", "[]", "{}")) \
        and not re.match(r"(let|var|return|throw|if|guard|for|while|switch|repeat|defer)\b.+|self\.\w+ = ",
                         statement)
