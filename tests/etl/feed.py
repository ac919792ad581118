"""A news feed of our own invention, for tests of the whole line."""

FEED = """\
12 March 2019
Harbour police trained on forged seals in Kenya
The Office organized a training for 24 harbour police officers on forged seals in Mombasa, Kenya, on 5-7 March 2019.
Read more here.
28 February 2019
Workshop on stranded seafarers in Ghana
The Office held a workshop on smuggling of migrants with 31 participants in Accra, Ghana, on 26 February 2019.
Read more here.
14 January 2019
New handbook on ghost crews launched
The Office launched a handbook on trafficking in persons on fishing vessels in Vienna.
Read more here.
3 January 2019
Training of judges in Malawi
The Office organized a training course for 18 judges from Malawi on trafficking in persons, held in Lilongwe.
Read more here.
"""
OTHER = """\
11 March 2019
Kenya: forged seals are found sooner
From 5 to 7 March 2019 the Office organized a training on forged seals for harbour police officers in Mombasa, Kenya.
Read more here.
20 January 2018
Study visit of prosecutors from Peru
The Office organized a study visit for 9 prosecutors from Peru on smuggling of migrants.
Read more here.
2 January 2018
Border officers trained in Jordan
The Office organized a training for 40 border officers in Amman, Jordan, on 20 December 2017.
Read more here.
"""
