"""What PyYAML says, by its beginning, and what it means to who edits the file."""

_REFERENCE = "YAML reads a text that begins with * or & as a reference: put it in quotes"
_TYPE = "YAML reads a text that begins with ! as a type: put it in quotes"
_UNSEEN = "a character that cannot be seen stands in the file; take it out"
_ESCAPE = "within double quotes a backslash has a meaning: write it twice, or use single quotes"
_PERCENT = "a line that begins with % has a meaning in YAML: put the text in quotes"

PLAIN = (
    (
        "mapping values are not allowed",
        "a colon followed by a space ends the name of a field: put a text that has one in quotes",
    ),
    ("mapping keys are not allowed", "a text that begins with ? is put in quotes"),
    ("did not find expected ',' or", "a list in [ ] or fields in { } lack a comma or the bracket"),
    (
        "did not find expected <document start>",
        "the text before this place ends the file; indent it below its field",
    ),
    (
        "did not find expected key",
        "this fits neither the line above nor the field before it on the line",
    ),
    (
        "did not find expected '-' indicator",
        "the indentation of this line fits none of the lines above",
    ),
    ("did not find expected node content", "a value is missing between the commas"),
    ("found unexpected end of stream", "a quote or a bracket is opened and never closed"),
    ("found unexpected document indicator", "a quote is opened before this line and never closed"),
    ("found undefined alias", _REFERENCE),
    ("found duplicate anchor", _REFERENCE),
    (
        "found character that cannot start any token",
        "a text cannot begin with this character: put it in quotes",
    ),
    ("found unknown escape character", _ESCAPE),
    ("did not find expected hexdecimal number", _ESCAPE),
    ("found invalid", _ESCAPE),
    (
        "block sequence entries are not allowed",
        "an item of a list (a dash and a space) stands on a line of its own, below its field",
    ),
    ("found a tab character", "a tab stands in the indentation; indent with spaces"),
    (
        "did not find expected comment or line break",
        "nothing may follow | or > on its line: put the text below it, or in quotes",
    ),
    ("control characters are not allowed", _UNSEEN),
    ("special characters are not allowed", _UNSEEN),
    ("but found another document", "a line --- begins a second document; a data file is one"),
    ("directive", _PERCENT),
    ("tag", _TYPE),
    ("URI", _TYPE),
    ("expected whitespace", _TYPE),
    ("expected '!'", _TYPE),
)
