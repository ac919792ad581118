"""What is read, what is not, and how each field is found, in English."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "reading": "What is read, and how each field is found",
    "read": "Read",
    "read_text": "Plain text in any encoding: dated news, numbered reports, slides, single pages.",
    "read_registers": "Registers: XLSX, XLS, ODS, CSV and TSV with headings in six languages or HXL tags, and tables with such headings inside Word files, web pages, mails, slides and PDF files.",
    "read_documents": "Web pages (HTML, MHTML), PDF files with a text layer in up to three columns, Word files (DOCX), slides (PPTX) with their notes, mails (EML) with their attachments. Insertions that a Word file marks are read, deletions are not.",
    "read_iati": "IATI activity files, versions 1.01 to 2.03. A sector stands for an area of intervention only where it truly says one.",
    "read_zip": "Zip files and folders of all these. The kind of a file is told by its content, not by its name.",
    "not_read": "Not read",
    "not_read_money": "Budgets and money are out of this version, those of IATI files too.",
    "not_read_kinds": "Scans without a text layer, old office files (.doc, .ppt), files with a password, pictures, hidden sheets, sheets without headings that are known; the headers, footers and footnotes of PDF and Word files. A file that cannot be read is named at the end of a run, with what to do.",
    "not_read_people": "Names of persons are never a column; a register's list of names is counted, not kept. E-mail addresses and telephone numbers are masked.",
    "how_found": "How each field is found",
    "found_stated": "A row of a register and an IATI activity state their fields: what a column or an element says is taken as it stands (rule “stated”, confidence 100 %). Their words are read only for what none of them says.",
    "found_rules": "Running text is read by rules and lists of terms in six languages, by no language model. The same documents give the same table on every machine.",
    "found_date": "Date: the day that the text gives for the event; else the heading's day, as day of publication; a day without a year takes that of its dated neighbours, and is called inferred. Nothing is put in place of a date that is not there.",
    "found_country": "Countries: those whose people or institutions took part or were helped. The host, the donor and the seats of organisations are none of them. A region that a text names stays a region.",
    "found_kind": "Kind and areas: from the activity's own words first, then from the words around it. A lasting project whose words say no kind is direct support; a meeting whose words say none is a conference.",
    "found_people": "Participants and people trained: numbers of people who took part, as exact as the text has them; never cases, victims, countries or money. Trained are those of a training, or whom the text calls trained.",
    "found_others": "Donors, partners, programmes, audience, mode: by their names, and by the verbs beside them.",
    "found_evidence": "Every value carries its words, its place, its rule and its confidence, and the values that lost stand beside it: open an activity to see them.",
    "briefing_iati_left_out": "{n} records have no date at all, for which IATI has no place: they are left out of the file.",
    "briefing_iati_left_out.one": "One record has no date at all, for which IATI has no place: it is left out of the file.",
}
