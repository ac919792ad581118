"""What is read, what is not, and how each field is found, in Spanish."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "reading": "Qué se lee y cómo se halla cada campo",
    "read": "Se lee",
    "read_text": "Texto sin formato en cualquier codificación: noticias con fecha, informes numerados, diapositivas, páginas sueltas.",
    "read_registers": "Registros: XLSX, XLS, ODS, CSV y TSV con encabezados en seis idiomas o etiquetas HXL, y las tablas con tales encabezados dentro de archivos de Word, páginas web, correos, diapositivas y PDF.",
    "read_documents": "Páginas web (HTML, MHTML), PDF con capa de texto en hasta tres columnas, archivos de Word (DOCX), diapositivas (PPTX) con sus notas, correos (EML) con sus adjuntos. Las inserciones marcadas en un archivo de Word se leen; las eliminaciones, no.",
    "read_iati": "Archivos de actividades IATI, versiones 1.01 a 2.03. Un sector vale como área de intervención solo donde de verdad dice una.",
    "read_zip": "Archivos zip y carpetas de todo ello. El tipo de un archivo se reconoce por su contenido, no por su nombre.",
    "not_read": "No se lee",
    "not_read_money": "Los presupuestos y el dinero quedan fuera de esta versión, también los de los archivos IATI.",
    "not_read_kinds": "Documentos escaneados sin capa de texto, archivos de oficina antiguos (.doc, .ppt), archivos con contraseña, imágenes, hojas ocultas, hojas sin encabezados conocidos; los encabezados, pies de página y notas al pie de PDF y de archivos de Word. Un archivo que no puede leerse se nombra al final, con lo que hay que hacer.",
    "not_read_people": "Los nombres de personas nunca son una columna; una lista de nombres en un registro se cuenta, no se guarda. Las direcciones de correo y los números de teléfono se ocultan.",
    "how_found": "Cómo se halla cada campo",
    "found_stated": "Una fila de un registro y una actividad IATI declaran sus campos: lo que dice una columna o un elemento se toma tal cual (regla «stated», confianza 100 %). Su texto se lee solo para lo que ninguno de ellos dice.",
    "found_rules": "El texto corrido se lee con reglas y listas de términos en seis idiomas, sin modelo de lenguaje. Los mismos documentos dan la misma tabla en cualquier máquina.",
    "found_date": "Fecha: el día que el texto da para el evento; si no, el del titular, como día de publicación; un día sin año toma el de sus vecinos fechados y se llama inferido. Nada se pone en lugar de una fecha que no está.",
    "found_country": "Países: aquellos cuyas personas o instituciones participaron o recibieron ayuda. El país anfitrión, el donante y las sedes de organizaciones no lo son. Una región que nombra un texto sigue siendo una región.",
    "found_kind": "Tipo y áreas: primero por las palabras de la propia actividad, luego por las que la rodean. Un proyecto duradero cuyas palabras no dicen ningún tipo es apoyo directo; una reunión cuyas palabras no dicen ninguno es una conferencia.",
    "found_people": "Participantes y personas capacitadas: cuántas personas tomaron parte, con la exactitud del texto; nunca casos, víctimas, países ni dinero. Capacitadas son las de una capacitación, o las que el texto llama capacitadas.",
    "found_others": "Donantes, socios, programas, público, modalidad: por sus nombres y por los verbos que los acompañan.",
    "found_evidence": "Cada valor lleva sus palabras, su lugar, su regla y su confianza, y los valores descartados figuran al lado: abra una actividad para verlos.",
    "briefing_iati_left_out": "{n} registros no tienen ninguna fecha, lo que IATI no admite: no están en el archivo.",
    "briefing_iati_left_out.one": "Un registro no tiene ninguna fecha, lo que IATI no admite: no está en el archivo.",
}
