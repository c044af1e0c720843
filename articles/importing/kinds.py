"""Paragraphs that are not advice: a quotation, a disclaimer, a promotion."""

import re

from articles.importing.blocks import Block, Paragraph, Quotation
from articles.importing.marks import BRACKET

_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»", re.S)
_LEAST_QUOTED_WORDS = 12
_LONGEST_DISCLAIMER = 500
_CONSULT = re.compile(
    r"(?:please |you should )?(?:always )?(?:please )?(?:consult|speak (?:to|with)|talk (?:to|with)|check with|ask|"
    r"seek (?:the )?advice (?:of|from))\b.{0,80}\b(?:professional|provider|practitioner|doctor|gp|physician|pharmacist|"
    r"dietitian|clinician|adviser)\b.{0,40}\bbefore (?:you )?(?:start|tak|us|mak|chang|begin|try|stop)",
    re.I,
)
_NOT_ADVICE = re.compile(
    r"(?:disclaimer:? )?(?:this|the|our|all)\b.{0,80}\b(?:article|page|content|information|site|website|post|guide)s?\b"
    r".{0,120}\b(?:not (?:intended|a substitute|meant|medical advice|replace|constitute|be (?:used|taken|relied))|"
    r"informational purposes|(?:educational|information) purposes)",
    re.I,
)
_SELLS = re.compile(
    r"\b(?:sign up (?:today|now|here|for|to)|subscribe (?:today|now|here|to our)|order (?:today|now|yours|your)|"
    r"(?:buy|shop) (?:now|today|here|our|online)|book (?:now|today|your|a (?:call|test|consultation|free))|"
    r"get started (?:today|now|here)|(?:join|try) (?:us|it|our|\w+) (?:today|now|for free)|start your free|free trial|"
    r"claim your|use (?:the )?(?:discount |promo )?code|download our app|add to (?:basket|cart))\b",
    re.I,
)


def is_quotation(block: Block) -> bool:
    """Whether a block is marked as quoted, or is one quotation from its first mark to its last."""
    if isinstance(block, Quotation):
        return True
    if not isinstance(block, Paragraph) or block.is_code:
        return False
    text = block.text.strip()
    return len(text.split()) >= _LEAST_QUOTED_WORDS and bool(_QUOTED.fullmatch(text))


def is_disclaimer(block: Block) -> bool:
    """Whether a short paragraph only says whom to ask first, or what the page does not replace."""
    if not isinstance(block, Paragraph) or block.is_code or len(block.text) > _LONGEST_DISCLAIMER:
        return False
    text = block.text.strip().lstrip("*_")
    return bool(_CONSULT.match(text) or _NOT_ADVICE.match(text)) and not BRACKET.search(text)


def is_promotion(block: Block) -> bool:
    """Whether a paragraph asks the reader to sign up or buy (H11)."""
    if not isinstance(block, Paragraph) or block.is_code or len(block.text) > 2 * _LONGEST_DISCLAIMER:
        return False
    return bool(_SELLS.search(block.text)) and not BRACKET.search(block.text)
