"""Words that invented people, regions and offices are named with; every combination is drawn, none is taken over."""

from __future__ import annotations

MEN = """
Abimana Adipura Agastya Ajisaka Aksara Alamsyah Andaru Anggara Antasena Aryasatya Bagaskara Bahureksa Banyubiru Baruna
Bayuaji Benawa Bhaskara Bintoro Bramantya Brajamusti Cakrawala Candramawa Cokroaminata Danadyaksa Danurwenda Darpita
Dewandaru Dharmawangsa Digdaya Dirgayusa Ekalaya Elangraya Gadingan Galihraka Gandewa Garjita Gilangkara Guritno
Hanggareksa Harsaya Haryadipa Indrajaya Jagadita Jalutama Janardana Jatmika Kalijaga Kamajaya Kartanadi Kawiswara
Krisnanda Kumbayana Laksmana Langitbiru Lingga Madyantara Mahawira Manggala Maruta Nakulasena Naraya Narotama Palguna
Panjalu Parikesit Prabangkara Pradana Pramudya Rajendra Rakabuming Ranggawuni Ridwanto Sadewa Sagotra Sambada Sanjaya
Satyawira Senapati Sudarsana Suryakanta Tamtama Tirtayasa Tunggadewa Udayana Wahyutama Wangsadita Wicaksana Wirasena
Yamadipati Yudhakarsa Yugaswara Zulkarnaya
""".split()  # noqa: SIM905

WOMEN = """
Adinda Agniyasa Amerta Andarini Anjani Aruna Asmarani Ayodya Banowati Basundari Cahyaning Candrawati Cempakasari
Citraloka Damarwati Danastri Dewayani Dyahayu Endahwati Erawati Gandasari Gayatri Gendhis Hapsari Hastari Indurasmi
Intanwangi Jenarsih Jinggawati Kalyani Kartikasari Kencanawungu Kinanti Kunthiwati Laksita Larasanti Lembayungsari
Lintangayu Madrim Maheswari Manikmaya Mayangsari Mendutsari Mustikawati Nareswari Nawangwulan Nilawati Padmarini
Palupi Pandansari Paramesti Pinasthika Pramesthi Puspitarini Rahayuning Rarasati Ratnadewi Retnaduhita Rinjanisari
Rukmarata Sadyaningsih Sekartaji Selasih Setyawati Sitoresmi Srikandini Sulastika Supraba Surtikanti Tejawati
Trijatawati Utariningsih Wandansari Wardhani Widuri Winarsih Wulandini Yekti Yuliasasi Yustikarini
""".split()  # noqa: SIM905

FAMILY = """
Adikusuma Ardhanareswara Atmawijana Bratasena Cakradita Danuatmaja Darmokusuma Dirjamulya Gandasubrata Gunadarsana
Hadimulyana Hardjasastra Jayawinata Kertalaksana Kramadipura Kusumadirja Lokawirya Mangkudilaga Martadirana
Nataprawira Nitisemita Padmanegara Pancasakti Prawirodiharja Purbacaraka Puspakirana Rajasawarga Reksadana
Rangkuti-Alam Sastradinata Setiawangsa Siswandaka Soemanagara Subratanata Sumadirga Suriawinata Surapranata
Tanudirga Tirtoatmaka Wanandika Warsitaloka Widyaprana Wijanegara Wiradisastra Wongsoyuda Yasadipta Yudapranawa
Sihombara Tobingan Lubisara Manurangga Pattiwala Latumeira Tumbelaka-Raya Rumambia Wowilingan Kaunangsa Mambrasari
""".split()  # noqa: SIM905

PLACES = (
    "Wanamerta",
    "Lembahsari",
    "Rawakencana",
    "Sukmajaya",
    "Arungsari",
    "Muaralindung",
    "Bukitpelita",
    "Nusakirana",
    "Tanjungratri",
    "Padangrembulan",
    "Girikemuning",
    "Samudrajati",
    "Telagawangi",
    "Cemaramas",
    "Ujunglentera",
    "Batuselasih",
    "Sungaikencana",
    "Pulauwening",
    "Karangpuspita",
    "Mekarbuana",
    "Sendangjaya",
    "Waringinsakti",
    "Kalinilam",
    "Hargapura",
    "Tirtawening",
    "Selatmutiara",
    "Pasirlaras",
    "Wiyatapura",
    "Banjarpelangi",
    "Labuhanasri",
    "Rantaukasturi",
    "Gunungsegara",
    "Air Jernih Indah",
    "Teluk Pandansari",
    "Lawang Kahuripan",
    "Kuala Perwira",
    "Bumi Rengganis",
)

PROVINCES = ("Lembayung", "Samudra Timur", "Wanaraya", "Nusa Kirana", "Khatulistiwa Selatan", "Cakrawala Barat")
STREETS = ("Flamboyan", "Kemuning Raya", "Merdeka Contoh", "Pahlawan Contoh", "Lingkar Percobaan", "Taman Angsoka")
VILLAGES = (
    "Sukarasa",
    "Padaasih",
    "Cikoneng Contoh",
    "Tegalmulya",
    "Karanganyam",
    "Wates Contoh",
    "Bandarjati",
    "Loa Ulung",
)
