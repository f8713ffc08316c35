"""The closed lists that constants of rules are held to, so that a misspelt one stops the pack and not its output."""

from __future__ import annotations

_KINDS = "resolution decision minutes decree order assignments report other"
_ACTS = (
    "note acknowledge approve instruct recommend propose appeal establish elect amend publish regulate control force "
    "commend measure other"
)
CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    place: tuple(names.split())
    for place, names in {
        ("acts", "act"): _ACTS,
        ("sections", "act"): _ACTS,
        ("sections", "kind"): _KINDS,
        ("sections", "zone"): (
            "agenda annex annex-approved approval attendees heard mailing outcome pending proposed publisher question "
            "resolved slot spoke text title voted"
        ),
        ("owners", "role"): "executor co-executor controller addressee",
        ("owners", "frame"): "actor agent behind does ending governed heading joined self slot subject",
        ("owners", "kind"): "field organization role",
        ("deadlines", "kind"): (
            "date period recurring relative ongoing event blank written none slot slot-end word"
        ),
        ("references", "kind"): "law decree order decision code programme standard minutes other",
        ("measures", "kind"): "change measure none",
        ("votes", "count"): "for against abstained",
        ("votes", "outcome"): "rejected",
        ("columns", "column"): "number task deadline owner co-executor controller other",
        ("document", "field"): "draft event next-meeting number place",
    }.items()
}
"""By the kind of rule and the name of the constant."""
