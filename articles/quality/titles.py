"""Titles that the law keeps for people on a register, and the profession that each stands for (H66)."""

import re

from articles.document.nodes import Person
from authors.registers import Profession

# Titles of HCPC, GPhC, GMC, NMC and GDC registers. "Nutritionist" and a bare "nurse" or "doctor" are not protected.
_IN_JOB_TITLE: dict[str, str] = {
    Profession.DIETITIAN: r"dieti[tc]ians?",
    Profession.PHYSIOTHERAPIST: r"physiotherapists?|physical therapists?",
    Profession.PSYCHOLOGIST: r"(?:practitioner|registered|clinical|counselling|educational|forensic|health"
    r"|occupational|sport(?:s and exercise| and exercise)?) psychologists?",
    Profession.PHARMACIST: r"pharmacists?",
    Profession.NURSE: r"registered (?:general |mental health |children’s )?nurses?|midwi(?:fe|ves)",
    Profession.DENTIST: r"dentists?|dental (?:surgeons?|practitioners?)",
    Profession.DOCTOR: r"(?<!veterinary )(?<!dental )(?<!tree )surgeons?|physicians?(?! associates?)"
    r"|general practitioners?|gp|medical doctors?",
    Profession.OTHER: r"occupational therapists?|paramedics?|podiatrists?|chiropodists?|radiographers?|orthoptists?"
    r"|speech (?:and language )?therapists?|biomedical scientists?|clinical scientists?|prosthetists?|orthotists?",
}
_AFTER_NAME: dict[str, str] = {"RD": Profession.DIETITIAN, "RN": Profession.NURSE, "RGN": Profession.NURSE}

# Somebody who works beside the profession, or is not in it yet, does not take its title.
_NOT_YET = r"(?<!student )(?<!trainee )(?<!assistant )(?<!retired )(?<!former )"
_PATTERNS = {
    profession: re.compile(rf"\b{_NOT_YET}(?:{pattern})\b(?!(?:’s|'s)? (?:assistant|student|technician))", re.I)
    for profession, pattern in _IN_JOB_TITLE.items()
}


def protected(person: Person) -> list[tuple[str, str]]:
    """(title as printed, profession it stands for) of each protected title that is shown for this person."""
    found = []
    for word in re.findall(r"[A-Za-z]+", person.post_nominals):
        if word in _AFTER_NAME:
            found.append((word, _AFTER_NAME[word]))
    for profession, pattern in _PATTERNS.items():
        if match := pattern.search(person.job_title):
            found.append((match[0], profession))
    return found
