"""The words that head columns and stand in cells, in English and Ukrainian, as ministries write them."""

import re

from procure_desktop.domain.request_list import Capability, Colour, Source
from procure_desktop.domain.spreadsheet import ListField
from procure_desktop.domain.text import fold

HEADS: dict[ListField, tuple[str, ...]] = {
    ListField.IDENTITY: (
        "id", "identity", "line id", "line identity", "requirement id", "reference", "ref", "identifier",
        "ідентифікатор", "код рядка", "код потреби", "код позиції", "ід",
    ),
    ListField.NUMBER: (
        "no", "nr", "number", "line", "line no", "line number", "serial no", "item no", "position", "pos", "#",
        "№", "№ з/п", "№ п/п", "номер", "номер рядка", "рядок", "позиція", "№ позиції", "порядковий номер",
    ),
    ListField.PACKAGE: (
        "package", "package no", "package code", "purl package", "bundle", "lot",
        "пакет", "номер пакета", "код пакета", "лот",
    ),
    ListField.CAPABILITY: (
        "capability", "category", "capability area", "domain", "type of capability",
        "спроможність", "категорія", "напрям", "вид озброєння", "група",
    ),
    ListField.NAME: (
        "name", "item", "item name", "description", "nomenclature", "designation", "item description",
        "name (english)", "name in english", "english name", "equipment",
        "назва англійською", "назва (англ.)", "найменування англійською", "назва англ",
    ),
    ListField.NAME_UK: (
        "name (ukrainian)", "name in ukrainian", "ukrainian name", "name uk", "name ua",
        "назва", "найменування", "найменування майна", "назва українською", "назва (укр.)", "назва укр",
        "найменування озброєння", "назва зразка", "номенклатура",
    ),
    ListField.NSN: (
        "nsn", "niin", "nato stock number", "stock number", "nsn/niin",
        "номенклатурний номер", "номенклатурний номер нато", "код нато", "nsn код",
    ),
    ListField.UNIT: (
        "unit", "unit of issue", "ui", "u/i", "uom", "unit of measure", "measure",
        "одиниця", "одиниця виміру", "од. виміру", "од вим", "од.", "одиниці", "одиниця обліку",
    ),
    ListField.REQUIRED: (
        "quantity", "qty", "required", "quantity required", "required quantity", "requirement", "qty required", "need",
        "кількість", "потреба", "потрібно", "к-сть", "кіл-ть", "заявлена кількість", "загальна потреба",
        "необхідна кількість",
    ),
    ListField.VALIDATED: (
        "validated", "quantity validated", "validated quantity", "qty validated", "approved quantity",
        "підтверджено", "підтверджена кількість", "погоджено", "затверджено", "затверджена кількість",
    ),
    ListField.FUNDED: (
        "funded", "quantity funded", "funded quantity", "qty funded",
        "профінансовано", "профінансована кількість", "забезпечено коштами",
    ),
    ListField.DONATED: (
        "donated", "quantity donated", "donated quantity", "qty donated",
        "передано", "подаровано", "передана кількість", "надано безоплатно",
    ),
    ListField.DELIVERED: (
        "delivered", "quantity delivered", "delivered quantity", "qty delivered",
        "поставлено", "доставлено", "отримано", "поставлена кількість",
    ),
    ListField.OUTSTANDING: (
        "outstanding", "quantity outstanding", "outstanding quantity", "remaining", "qty outstanding", "open quantity",
        "залишок", "залишилось", "незабезпечена потреба", "залишок потреби", "непокрита потреба",
    ),
    ListField.UNIT_PRICE: (
        "unit price", "price", "unit cost", "cost", "price usd", "unit price usd", "unit price (usd)", "price per unit",
        "est. unit price", "estimated unit price",
        "ціна", "ціна за одиницю", "вартість одиниці", "ціна за од", "ціна, дол. сша", "вартість за одиницю",
        "ціна за одиницю, usd", "орієнтовна ціна", "ціна usd", "ціна за одиницю, дол. сша",
    ),
    ListField.CURRENCY: ("currency", "ccy", "валюта"),
    ListField.PRICE_BASIS: (
        "price basis", "basis", "basis of price", "price source",
        "основа ціни", "джерело ціни", "підстава ціни",
    ),
    ListField.PRICE_DAY: (
        "price date", "date of price", "price day", "priced on",
        "дата ціни", "ціна станом на",
    ),
    ListField.PRIORITY: (
        "priority", "priority designator", "pd", "prio",
        "пріоритет", "пріоритетність", "черговість",
    ),
    ListField.REQUIRED_BY: (
        "required by", "required by date", "need date", "rdd", "deadline", "required delivery date", "needed by",
        "потрібно до", "термін", "дата потреби", "строк поставки", "термін постачання", "необхідно до", "строк",
    ),
    ListField.URGENT: (
        "urgent", "urgency", "open to donation", "urgent (y/n)",
        "терміново", "терміновість", "термінова", "невідкладно", "нагальна потреба",
    ),
    ListField.COLOUR: (
        "colour", "color", "us stock", "us stock colour", "us availability", "availability", "rag", "status colour",
        "колір", "наявність у сша", "запаси сша", "доступність", "статус сша",
    ),
    ListField.US_QUANTITY: (
        "us quantity", "us stock quantity", "available in us", "us qty", "quantity available",
        "кількість у сша", "наявна кількість",
    ),
    ListField.US_SOURCE: (
        "us source", "source", "stock or production", "from",
        "джерело", "джерело постачання", "склад чи виробництво",
    ),
    ListField.LEAD_MONTHS: (
        "lead time", "lead time (months)", "lead months", "lead time months", "months",
        "строк виготовлення", "термін виготовлення", "місяців", "строк виготовлення, міс", "термін поставки, міс",
    ),
    ListField.SUBSTITUTES: (
        "substitutes", "substitute", "alternatives", "acceptable substitutes", "alternative",
        "заміна", "замінники", "аналоги", "можлива заміна", "аналог",
    ),
    ListField.REMARKS: (
        "remarks", "notes", "comment", "comments", "note",
        "примітка", "примітки", "зауваження", "коментар", "коментарі",
    ),
}  # fmt: skip

CAPABILITIES: dict[str, Capability] = {one.value: one for one in Capability} | {
    "air defense": Capability.AIR_DEFENCE,
    "ппо": Capability.AIR_DEFENCE,
    "протиповітряна оборона": Capability.AIR_DEFENCE,
    "артилерія": Capability.ARTILLERY,
    "armor": Capability.ARMOUR,
    "бронетехніка": Capability.ARMOUR,
    "авіація": Capability.AIR,
    "aviation": Capability.AIR,
    "морська": Capability.MARITIME,
    "морські спроможності": Capability.MARITIME,
    "вмс": Capability.MARITIME,
    "naval": Capability.MARITIME,
    "бпла": Capability.UNCREWED_SYSTEMS,
    "безпілотні системи": Capability.UNCREWED_SYSTEMS,
    "безпілотники": Capability.UNCREWED_SYSTEMS,
    "unmanned systems": Capability.UNCREWED_SYSTEMS,
    "uas": Capability.UNCREWED_SYSTEMS,
    "реб": Capability.ELECTRONIC_WARFARE,
    "радіоелектронна боротьба": Capability.ELECTRONIC_WARFARE,
    "ew": Capability.ELECTRONIC_WARFARE,
    "розмінування": Capability.DEMINING,
    "логістика": Capability.LOGISTICS,
    "тилове забезпечення": Capability.LOGISTICS,
    "медицина": Capability.MEDICAL,
    "медичне забезпечення": Capability.MEDICAL,
    "спорядження": Capability.INDIVIDUAL_EQUIPMENT,
    "індивідуальне спорядження": Capability.INDIVIDUAL_EQUIPMENT,
}

COLOURS: dict[str, Colour] = {
    "green": Colour.GREEN, "g": Colour.GREEN, "зелений": Colour.GREEN, "зелена": Colour.GREEN,
    "yellow": Colour.YELLOW, "amber": Colour.YELLOW, "y": Colour.YELLOW, "жовтий": Colour.YELLOW,
    "жовта": Colour.YELLOW,
    "red": Colour.RED, "r": Colour.RED, "червоний": Colour.RED, "червона": Colour.RED,
}  # fmt: skip

SOURCES: dict[str, Source] = {
    "stock": Source.STOCK, "from stock": Source.STOCK, "склад": Source.STOCK, "запас": Source.STOCK,
    "запаси": Source.STOCK, "зі складу": Source.STOCK,
    "production": Source.PRODUCTION, "new production": Source.PRODUCTION, "виробництво": Source.PRODUCTION,
}  # fmt: skip

FLAGS: dict[str, bool] = dict.fromkeys(
    ("yes", "y", "true", "1", "x", "+", "✓", "urgent", "так", "т", "терміново", "термінова"), True
) | dict.fromkeys(("no", "n", "false", "0", "-", "—", "routine", "ні", "н", "планово", "планова"), False)  # fmt: skip

UNITS: dict[str, str] = {
    "шт": "EA", "шт.": "EA", "штука": "EA", "штук": "EA", "од": "EA", "од.": "EA", "each": "EA", "pcs": "EA",
    "pc": "EA", "комплект": "SET", "компл": "SET", "компл.": "SET", "к-т": "SET", "kit": "KT",
    "пара": "PR", "кг": "KG", "т": "T", "л": "LI", "м": "MR",
}  # fmt: skip
"""Ukrainian units of issue by the codes that NATO's forms use; others stand as they came."""

_MARKS = re.compile(r"[\s.,:;()\[\]/\\№#*_-]+")


def plain(text: str) -> str:
    """Words without case and marks between them, as heads are compared."""
    return _MARKS.sub(" ", fold(text)).strip() or text.strip()
