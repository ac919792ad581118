"""What is read, what is not, and how each field is found, in French."""

# ruff: noqa: E501

WORDS: dict[str, str] = {
    "reading": "Ce qui est lu, et comment chaque champ est trouvé",
    "read": "Lu",
    "read_text": "Texte brut dans tout encodage : actualités datées, rapports numérotés, diapositives, pages isolées.",
    "read_registers": "Registres : XLSX, XLS, ODS, CSV et TSV avec des en-têtes dans six langues ou des balises HXL, et les tableaux qui ont de tels en-têtes dans les fichiers Word, pages web, courriels, diapositives et PDF.",
    "read_documents": "Pages web (HTML, MHTML), PDF avec couche de texte sur trois colonnes au plus, fichiers Word (DOCX), diapositives (PPTX) avec leurs commentaires, courriels (EML) avec leurs pièces jointes. Les insertions marquées dans un fichier Word sont lues, les suppressions non.",
    "read_iati": "Fichiers d’activités IATI, versions 1.01 à 2.03. Un secteur vaut domaine d’intervention seulement là où il en dit vraiment un.",
    "read_zip": "Fichiers zip et dossiers de tout cela. Le type d’un fichier se reconnaît à son contenu, non à son nom.",
    "not_read": "Non lu",
    "not_read_money": "Les budgets et l’argent sont hors de cette version, ceux des fichiers IATI compris.",
    "not_read_kinds": "Documents numérisés sans couche de texte, anciens fichiers bureautiques (.doc, .ppt), fichiers protégés par un mot de passe, images, feuilles masquées, feuilles sans en-têtes connus ; en-têtes, pieds de page et notes de bas de page des PDF et des fichiers Word. Un fichier qui ne peut être lu est nommé à la fin du traitement, avec ce qu’il faut faire.",
    "not_read_people": "Les noms de personnes ne sont jamais une colonne ; une liste de noms dans un registre est comptée, pas conservée. Adresses électroniques et numéros de téléphone sont masqués.",
    "how_found": "Comment chaque champ est trouvé",
    "found_stated": "Une ligne de registre et une activité IATI énoncent leurs champs : ce que dit une colonne ou un élément est pris tel quel (règle « stated », confiance 100 %). Leur texte n’est lu que pour ce qu’aucun d’eux ne dit.",
    "found_rules": "Le texte suivi est lu par des règles et des listes de termes en six langues, sans modèle de langage. Les mêmes documents donnent le même tableau sur toute machine.",
    "found_date": "Date : le jour que le texte donne pour l’événement ; à défaut celui du titre, comme jour de publication ; un jour sans année prend celle de ses voisins datés et est dit déduit. Rien n’est mis à la place d’une date absente.",
    "found_country": "Pays : ceux dont des personnes ou des institutions ont participé ou ont été aidées. Le pays hôte, le donateur et les sièges d’organisations n’en sont pas. Une région nommée par un texte reste une région.",
    "found_kind": "Type et domaines : d’abord d’après les mots de l’activité même, puis d’après ceux qui l’entourent. Un projet durable dont les mots ne disent aucun type est un appui direct ; une réunion dont les mots n’en disent aucun est une conférence.",
    "found_people": "Participants et personnes formées : le nombre de ceux qui ont pris part, aussi exact que dans le texte ; jamais des affaires, des victimes, des pays ou de l’argent. Sont formées les personnes d’une formation, ou que le texte dit formées.",
    "found_others": "Donateurs, partenaires, programmes, public, modalité : d’après leurs noms et les verbes à côté.",
    "found_evidence": "Chaque valeur porte ses mots, son emplacement, sa règle et sa confiance, et les valeurs écartées figurent à côté : ouvrez une activité pour les voir.",
    "briefing_iati_left_out": "{n} fiches n’ont aucune date, ce que l’IATI n’admet pas : elles ne sont pas dans le fichier.",
    "briefing_iati_left_out.one": "Une fiche n’a aucune date, ce que l’IATI n’admet pas : elle n’est pas dans le fichier.",
}
