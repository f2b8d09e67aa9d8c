# Apa yang dikatakan tentang layanan, pertanyaan, surat, dan dokumen. Dibaca warga di chat dan petugas di kantor.
# `.sms` kata untuk SMS, `.says` kata lain untuk memilih. Nama surat dalam daftar (-needed) dan di bawah foto (-photo)
# hanya ditulis bila berbeda.

## Services

service-KK-HR = KK hilang atau rusak
    .says = kk hilang, kk rusak
service-AKL = Akta kelahiran
service-KTP-BARU = KTP-el pertama
short-KK-HR = KK
short-KTP-BARU = KTP-el
short-NIK-KONSOL = Sinkronisasi NIK
short-SKTT = SKTT
short-DATANG-LN = Surat datang luar negeri
short-SKPLN = Surat pindah luar negeri
service-BIO = NIK dan biodata baru
service-KK-BARU = KK baru
service-KK-GANTI = Ganti kepala keluarga
service-KK-PISAH = Pisah KK
service-KK-UBAH = Ubah data/anggota KK
service-NIK-KONSOL = NIK tidak ditemukan
service-KTP-UBAH = KTP-el ubah data
service-KTP-H = KTP-el hilang
service-KTP-R = KTP-el rusak
service-KTP-FOTO = Ganti foto KTP-el
service-REKAM = Perekaman KTP-el
service-SUKET = Tukar suket ke KTP-el
service-KIA-BARU = KIA baru
service-KIA-HR = KIA hilang/rusak
service-IKD = Aktivasi IKD
service-PINDAH = Pindah keluar kota
service-PINDAH-DLM = Pindah dalam kota
service-DATANG = Pindah datang
service-SKPLN = Pindah ke luar negeri
service-DATANG-LN = Datang dari luar negeri
service-SKTT = Tempat tinggal WNA
service-AKL-3IN1 = Akta lahir + KK + KIA
service-LM = Surat lahir mati
service-AKM = Akta kematian
service-AKM-3IN1 = Kematian + KK + KTP
service-AKW = Akta perkawinan
service-AKC = Akta perceraian
service-BTL-KW = Pembatalan perkawinan
service-BTL-CR = Pembatalan perceraian
service-PGK = Pengakuan anak
service-PGS = Pengesahan anak
service-PGT = Pengangkatan anak
service-NAMA = Ganti nama
service-BETUL = Pembetulan akta
service-BATAL = Pembatalan akta
service-WN = Ganti kewarganegaraan
service-KUT2 = Akta hilang atau rusak
service-CETAK-TTE = Ganti ke format TTE

## Services beside the number of a case, on a button: up to 14 letters

tag-AKM-3IN1 = Kematian + KK
tag-AKL-3IN1 = Akta + KIA
tag-DATANG-LN = Datang dari LN
tag-KUT2 = Kutipan kedua
tag-WN = Warga negara
tag-BTL-CR = Batal cerai
tag-BTL-KW = Batal kawin
tag-SKPLN = Pindah ke LN
tag-SUKET = Tukar suket
    .says = suket
tag-KK-GANTI = Ganti kepala
tag-KK-UBAH = Ubah KK
    .says = kk
tag-BIO = NIK baru
tag-CETAK-TTE = Format TTE
tag-NIK-KONSOL = Sinkron NIK
    .says = nik
tag-PINDAH = Pindah keluar
tag-PGT = Angkat anak
tag-PINDAH-DLM = Pindah dalam
tag-KTP-FOTO = Foto KTP-el
    .says = ktp
tag-LM = Lahir mati
tag-KIA-HR = Ganti KIA
    .says = kia
tag-KTP-UBAH = Ubah KTP-el
    .says = ktp
tag-BATAL = Batal akta
tag-BETUL = Betulkan akta
tag-PGS = Sahkan anak
tag-AKC = Akta cerai
tag-AKW = Akta kawin
tag-PGK = Pengakuan anak
tag-KK-PISAH = Pisah KK
tag-AKL = Akta kelahiran
tag-AKM = Akta kematian
tag-KTP-R = KTP-el rusak
tag-KK-BARU = KK baru

## A service asked for in words, before its first question: its name, unless the question bears it

begun-AKL-3IN1 = Akta lahir, KK, dan KIA sekaligus.
begun-AKM-3IN1 = Akta kematian, KK, dan KTP-el sekaligus.
begun-KTP-UBAH = Ubah data KTP-el.
begun-KK-HR = { $reason ->
    [lost] KK hilang.
    [damaged] KK rusak.
   *[other] {""}
    }
begun-KK-BARU = { $new_family ->
    [unsaid] {""}
   *[other] KK baru.
    }
begun-KK-PISAH = { $split ->
    [unsaid] {""}
   *[other] Pisah KK.
    }
begun-NIK-KONSOL = { $institution ->
    [unsaid] {""}
   *[other] NIK tidak ditemukan.
    }
begun-KTP-FOTO = { $photo_reason ->
    [unsaid] {""}
   *[other] Ganti foto KTP-el.
    }
begun-KIA-HR = { $reason ->
    [lost] KIA hilang.
    [damaged] KIA rusak.
    [moved] KIA pindah alamat.
   *[other] {""}
    }
begun-IKD = { $ikd_wish ->
    [unsaid] {""}
   *[other] Aktivasi IKD.
    }
begun-LM = { $stillbirth_proof ->
    [unsaid] {""}
   *[other] Surat lahir mati.
    }
begun-KUT2 = { $reason ->
    [lost] Akta hilang.
    [damaged] Akta rusak.
   *[other] {""}
    }

## Questions

ask-reason = KK hilang atau rusak?
ask-still_have = Bila PDF KK atau link Dukcapil masih ada dan datanya tetap, cukup cetak lagi. Masih ada?
ask-parent = Anda orang tua atau walinya?
ask-parents = Ayah atau ibunya masih ada?
ask-who-brings-name = { $parents ->
    [died] Nama lengkap walinya (yang mengasuh anak itu), sesuai KTP?
   *[alive] Nama lengkap Anda sendiri, sesuai KTP?
    }
ask-who-brings-nik = { $parents ->
    [died] NIK wali itu? 16 angka di KTP.
   *[alive] NIK Anda sendiri? 16 angka di KTP.
    }
field-who-brings-name = { $parents ->
    [died] nama wali
   *[alive] nama Anda
    }
field-who-brings-nik = { $parents ->
    [died] NIK wali
   *[alive] NIK Anda
    }
ask-parent-adopter = Anda orang tua angkatnya?
ask-stillbirth-parent = Anda ayah atau ibunya?
ask-name = { $whose ->
    [self] Nama lengkap Anda{ $gone ->
        [yes] ?
       *[no] {" "}sesuai KTP?
    }
   *[other] Nama lengkap orangnya, sesuai KTP?
    }
ask-applicant_name = Nama lengkap Anda sendiri, sesuai KTP?
ask-applicant_nik = NIK Anda sendiri? 16 angka di KTP.
ask-guardian_name = Siapa ayah, ibu, atau walinya? Tulis nama lengkapnya.
ask-guardian_nik = NIK ayah, ibu, atau wali itu? 16 angka di KTP.
ask-parents-name = Nama lengkap orang tua atau wali itu, sesuai KTP?
ask-heir_name = Surat kuasa dari ahli waris siapa? Tulis nama lengkapnya.
ask-heir_nik = NIK ahli waris itu? 16 angka di KTP.
ask-parent-name = { $whose ->
    [parent] Nama lengkap Anda sesuai KTP?
   *[other] Nama lengkap ayah atau ibunya?
    }
ask-name-on-kk = { $whose ->
    [self] Nama lengkap Anda{ $gone ->
        [yes] ?
       *[no] {" "}sesuai KK?
    }
   *[other] Nama lengkap orangnya, sesuai KK?
    }
ask-name-on-certificate = { $which_certificate ->
    [kk] Nama kepala keluarga di KK itu?
    [marriage] Nama suami di akta itu?
    [divorce] Nama suami di akta itu?
   *[birth] Nama lengkap di akta itu?
    }
ask-nik-on-kk = { $whose ->
    [self] NIK Anda? 16 angka{ $gone ->
        [yes] , ada juga di kartu BPJS.
       *[no] {" "}di KK.
    }
   *[other] NIK orangnya? 16 angka{ $gone ->
        [yes] , ada juga di kartu BPJS.
       *[no] {" "}di KK.
    }
    }
ask-nik = { $whose ->
    [self] NIK Anda? 16 angka{ $gone ->
        [yes] , ada juga di kartu BPJS.
       *[no] {" "}di KTP.
    }
   *[other] NIK orangnya? 16 angka di KTP atau KK.
    }
ask-parent-nik = { $whose ->
    [self] NIK Anda? 16 angka di KTP.
    [other] NIK ayah atau ibunya? 16 angka di KTP.
   *[parent] NIK Anda (ayah atau ibu)? 16 angka di KTP.
    }
ask-kk_number = Nomor KK? Ketik LUPA bila tidak ingat.
ask-kk_number-of-child = { $birth_proof ->
    [found] Nomor KK Anda? Ketik LUPA bila tidak ingat.
   *[other] Nomor KK? Ketik LUPA bila tidak ingat.
    }
ask-kk_number-now = Nomor KK sekarang? Ketik LUPA bila tidak ingat atau belum punya.
ask-village = Kelurahan di KK?
ask-child_name = Nama lengkap anak?
ask-own-or-child_name = { $parent ->
    [self] Nama lengkap Anda di akta?
   *[other] Nama lengkap anak?
    }
field-own-or-child_name = { $parent ->
    [self] nama Anda di akta
   *[other] nama anak
    }
ask-birth_date = Tanggal lahir? Contoh: 12 November 2026.
ask-birth_place = Lahir di kota atau kabupaten mana?
ask-sex = Jenis kelamin?
ask-child_number = Anak ke berapa? Balas angka.
ask-birth_proof = Ada surat lahir dari RS, bidan, atau kelurahan?
    .sms = Ada surat lahir RS/bidan/kelurahan?
ask-marriage_proof = Orang tua punya buku nikah atau akta nikah?
ask-enrolled = Sudah rekam sidik jari dan foto di kecamatan?
ask-under_age = KTP-el mulai usia 17 tahun, atau sudah pernah kawin. Anak memakai KIA.
ask-whose-name = { $whose ->
    [self] Nama lengkap Anda?
   *[other] Nama lengkap orangnya?
    }
ask-for_whom = Untuk siapa?
ask-whose-marriage = Pernikahan siapa?
ask-whose-spouse = KTP siapa yang ikut diganti: suami atau istri yang ditinggalkan?
ask-spouse-name = Nama lengkap suami atau istri yang ditinggalkan?
ask-spouse-nik = NIK suami atau istri itu? 16 angka di KTP.
ask-nik-of-parent = { $whose ->
    [parent] NIK Anda? 16 angka di KTP.
   *[other] NIK ayah atau ibunya? 16 angka di KTP.
    }
ask-father-nik = NIK ayah? 16 angka di KTP.
ask-adopter-nik = NIK orang tua angkat? 16 angka di KTP.
ask-passport-name = Nama lengkap sesuai paspor?
ask-village-of-home = Tinggal di kelurahan mana?
ask-new-village = Kelurahan di alamat baru?
ask-domicile = { $whose ->
    [self] KK Anda dari { $town }?
   *[other] KK-nya dari { $town }?
    }
ask-proof = Bayi baru lahir, atau ada surat bukti (lahir, nikah, ijazah)?
ask-lodging = Rumah sendiri atau menumpang?
ask-new_family = Mengapa perlu KK baru?
ask-couple-proof = { $new_family ->
    [divorced] Ada akta cerai?
   *[married] Ada buku nikah atau akta kawin?
    }
ask-all_minor = Di KK itu masih ada yang 17 tahun ke atas?
ask-split = Mengapa pisah KK?
ask-split-under_age = Pisah KK mulai usia 17 tahun, atau sudah pernah kawin. Bagaimana?
ask-change = Apa yang berubah di KK?
ask-card-changes = Apa yang berubah, dari apa menjadi apa? Contoh: pekerjaan, dari pelajar jadi guru.
ask-what_changes = Tulis perubahannya. Contoh: tambah anak Bima Contoh.
ask-institution = NIK tidak ditemukan di mana?
ask-card_change = KTP-el berubah karena apa?
ask-photo_reason = Mengapa foto KTP-el diganti?
ask-past_kia = KIA berlaku sampai sehari sebelum usia 17. Bagaimana?
ask-reason-card = KIA hilang, rusak, atau pindah alamat?
ask-reason-certificate = Akta hilang atau rusak?
ask-ikd_wish = Aktivasi IKD, soal kode dan PIN, atau HP-nya hilang?
ask-whose-kk = KK keluarga sendiri, atau KK orang lain?
ask-also_lost = Apa lagi yang ikut hilang?
ask-foreign-head = Kepala keluarganya warga negara asing?
ask-movers = Berapa orang yang pindah?
ask-head_moves = Kepala keluarga ikut pindah?
ask-head_files = Anak di bawah 17 tahun pindah lewat kepala keluarga; bila bukan, kami perlu surat persetujuannya. Anda kepala keluarganya?
    .sms = Di bawah 17 tahun perlu persetujuan kepala keluarga. Anda kepala keluarganya?
ask-move_date = Kapan pindah? Contoh: 1 Desember 2026.
ask-leave_date = Kapan berangkat? Contoh: 1 Desember 2026.
ask-mover_names = Siapa saja yang pindah? Tulis nama-namanya.
ask-left_behind = Yang tinggal di KK lama, ada yang 17 tahun ke atas?
ask-move_reason = Alasan pindah?
ask-new_town = Pindah ke kabupaten atau kota mana?
ask-moving_to = Alamat di sana? Tulis jalan, kelurahan, dan kecamatan.
ask-new_street = Jalan, nomor rumah, RT/RW di alamat baru?
ask-moving_letter = Surat pindah (SKPWNI) dari kota asal sudah ada?
ask-origin = { $moving_letter ->
    [none] Surat pindahnya kami mintakan ke kota asal. Pindah dari kabupaten atau kota mana?
   *[have] Pindah dari kabupaten atau kota mana?
    }
ask-abroad_for = Berapa lama di luar negeri?
ask-country = Pindah ke negara mana?
ask-country-from = Datang dari negara mana?
ask-arrival_date = Tanggal tiba di Indonesia? Contoh: 12 November 2026.
ask-passport_number = Nomor paspor?
ask-nationality = Warga negara mana?
ask-stillbirth_proof = Ada surat keterangan lahir mati dari RS atau bidan?
ask-stillbirth_date = Tanggal kejadian? Contoh: 12 November 2026.
ask-stillbirth_place = Di kota atau kabupaten mana?
ask-reporter = Anda siapanya almarhum?
ask-death_proof = Ada surat kematian dari RS, dokter, atau kelurahan?
ask-deceased_name = Nama lengkap almarhum atau almarhumah?
ask-deceased_nik = NIK almarhum? Ketik LUPA bila tidak ingat.
ask-death_date = Tanggal meninggal? Contoh: 12 November 2026.
ask-death_place = Meninggal di kota atau kabupaten mana?
ask-faith = Kantor ini mencatat yang bukan Islam. Agama pasangan?
ask-couple_age = Usia suami dan istri?
ask-before = Salah satu pernah kawin sebelumnya?
ask-foreigner = Salah satu warga negara asing?
ask-foreign-adopter = Orang tua angkat warga negara asing?
ask-foreign-holder = { $whose ->
    [self] Anda warga negara asing?
   *[other] Orangnya warga negara asing?
    }
ask-husband_name = Nama lengkap suami?
ask-husband_nik = NIK suami? 16 angka di KTP.
ask-wife_name = Nama lengkap istri?
ask-wife_nik = NIK istri? 16 angka di KTP.
ask-marriage_date = Tanggal pernikahan agama? Contoh: 12 November 2026.
ask-certificate_held = Kutipan akta perkawinan masih ada?
ask-ruling_date = Kapan putusan pengadilan berkekuatan tetap (inkrah)? Contoh: 2 November 2026.
ask-wedded = Ayah dan ibu sudah menikah secara agama?
ask-born_before = Anak lahir sebelum pernikahan agama?
ask-new_name = Nama baru sesuai penetapan pengadilan?
ask-which_certificate = Akta yang mana?
ask-old-document = Dokumen lama yang mana?
ask-mistake = Apa yang keliru di akta?
ask-correct_text = Tulis yang seharusnya.
ask-withdrawn_by = Dibatalkan pengadilan, atau kantor keliru mencatat?
ask-why = Mengapa akta perlu dibatalkan?

## What is asked for, in a list of several (by SMS), where the label would not do

field-name = { $whose ->
    [self] nama lengkap Anda
   *[other] nama lengkap orangnya
    }
field-applicant_name = nama Anda
field-applicant_nik = NIK Anda
field-guardian_name = nama orang tua/wali
field-guardian_nik = NIK orang tua/wali
field-parents-name = nama orang tua itu
field-heir_name = nama ahli waris
field-heir_nik = NIK ahli waris
field-kk_number-of-child = No. KK (atau LUPA)
field-parent-name = { $whose ->
    [parent] nama lengkap Anda
   *[other] nama lengkap ayah atau ibu
    }
field-name-on-kk = { $whose ->
    [self] nama lengkap Anda
   *[other] nama lengkap orangnya
    }
field-name-on-certificate = { $which_certificate ->
    [kk] nama kepala keluarga di KK itu
    [marriage] nama suami di akta
    [divorce] nama suami di akta
   *[birth] nama lengkap di akta
    }
field-whose-name = { $whose ->
    [self] nama lengkap Anda
   *[other] nama lengkap orangnya
    }
field-spouse-name = nama suami/istri yg ditinggalkan
field-passport-name = nama sesuai paspor
field-husband_name = nama suami
field-wife_name = nama istri
field-nik-on-kk = { $whose ->
    [self] NIK Anda
   *[other] NIK orangnya
    }
field-nik = { $whose ->
    [self] NIK Anda
   *[other] NIK orangnya
    }
field-parent-nik = { $whose ->
    [other] NIK ayah atau ibu
   *[parent] NIK Anda
    }
field-nik-of-parent = { $whose ->
    [parent] NIK Anda
   *[other] NIK ayah atau ibu
    }
field-father-nik = NIK ayah
field-adopter-nik = NIK orang tua angkat
field-spouse-nik = NIK suami/istri itu
field-deceased_nik = NIK almarhum (atau LUPA)
field-kk_number = No. KK (atau LUPA)
field-kk_number-now = No. KK sekarang (atau LUPA)
field-village = kelurahan di KK
field-village-of-home = kelurahan tempat tinggal
field-new-village = kelurahan baru
field-new_street = jalan dan RT/RW baru
field-move_date = tgl pindah
field-leave_date = tgl berangkat
field-new_town = kota tujuan
field-moving_to = alamatnya
field-origin = { $moving_letter ->
    [none] kota asal (surat pindah kami mintakan ke sana)
   *[have] kota asal
    }
field-sex = L atau P
field-whose-marriage = pernikahan sendiri atau orang lain
field-country = negara tujuan
field-country-from = negara asal
field-ruling_date = tgl putusan inkrah
field-correct_text = tulisan yg benar
field-why = alasan pembatalan

## Options

option-reason-lost = Hilang
    .says = ilang, hilang, tidak ketemu
option-reason-damaged = Rusak
    .says = sobek, basah, robek, rusak
option-still_have-have = Masih ada
    .says = masih, ada, masih punya
option-still_have-none = Tidak ada
    .says = tidak, gak ada, ga ada, nggak ada, tidak punya, hilang
option-still_have-unsure = Tidak tahu
    .says = tidak yakin, kurang tahu, gak tau, ga tau
option-sex-male = Laki-laki
    .says = lk, l, pria, cowok, cowo, laki, lanang, lalaki, jaler, lakian, pameget, male, boy
option-sex-female = Perempuan
    .says = pr, p, wanita, cewek, cewe, wadon, awewe, estri, binian, wedok, female, girl
option-birth_proof-letter = Ada
    .says = ya, iya, punya
option-birth_proof-none = Tidak ada
    .says = tidak, tidak punya, belum
option-birth_proof-found = Anak ditemukan
    .says = ditemukan, anak temuan, anak terlantar, bayi terlantar, dibuang, anak buangan, bayi buangan, ditinggal, orang tua tidak diketahui, orang tuanya tidak diketahui, tidak diketahui orang tuanya, tidak ada orang tuanya, tidak tahu orang tuanya, asal usul tidak diketahui, tidak diketahui asal usulnya
option-marriage_proof-have = Punya
    .says = ada, ya, iya
option-marriage_proof-none = Tidak
    .says = tidak ada, tidak punya, belum, nikah siri, siri, nikah agama, nikah adat, belum dicatat, tidak dicatat, belum nikah resmi, belum menikah resmi, belum nikah negara
option-marriage_proof-alone = Ibu belum menikah
    .says = belum menikah, tidak menikah, tidak pernah menikah, saya tidak menikah, saya belum menikah, tanpa suami, tidak punya suami, saya tidak punya suami, tidak ada suami, tanpa ayah, tidak ada ayah, tidak ada ayahnya, tidak punya ayah, ayah tidak diketahui, ayahnya tidak diketahui, bapaknya tidak diketahui, ayah tidak jelas, tidak tahu ayahnya, ayahnya kabur, luar nikah, di luar nikah, anak luar nikah, ibu tunggal, hanya ibu, ibu saja
option-enrolled-yes = Sudah
    .says = ya, iya, sudah rekam
option-enrolled-not_yet = Belum
    .says = belum rekam, tidak
option-under_age-child_card = Urus KIA
    .says = kia
option-under_age-married = Sudah pernah kawin
    .says = kawin, nikah, sudah kawin, sudah nikah, pernah kawin
option-parent-yes = Ya
    .says = iya, y, saya, ayahnya, ibunya, bapaknya, mamanya, walinya, bapak, ibu, orang tua, ortu, wali, anak saya
option-parent-self = Akta saya sendiri
    .says = saya sendiri, diri sendiri, akta saya
option-parent-no = Bukan
    .says = tidak, orang lain, bidan, saya bidan, saya bidannya, perawat, saya perawat, rt, saya rt, saya ketua rt, saya pak rt, tetangga, saya tetangga, saya tetangganya, nenek, saya nenek, saya neneknya, kakek, saya kakek, saya kakeknya, saya tante, saya tantenya, saya om, saya omnya, saya paman, saya pamannya, saudara, saya saudaranya, saya kerabatnya, saya penemu, saya yang menemukan
option-parents-alive = Masih ada
    .says = ada, masih, hidup, ayahnya ada, ibunya ada
option-parents-died = Sudah meninggal
    .says = meninggal, tidak ada, yatim piatu, wafat
option-for_whom-self = Saya sendiri
    .says = saya, sendiri, diri sendiri, untuk saya, buat saya, aku, kami, kami sendiri, saurang, untuk saurang, untuk sendiri, dewe, untuk dewe, sorangan, keur sorangan
option-for_whom-same_kk = Anggota KK saya
    .says = anggota kk, anggota keluarga, keluarga, keluarga saya, satu kk, anak, istri, suami, anak saya, istri saya, suami saya
beside-for_whom-same_kk = Anggota KK saya
    .says = anak saya, istri saya, suami saya, untuk anak saya, buat anak saya, ini anak saya, bukan saya
beside-for_whom-other = KK orang lain
    .says = orang lain, bukan kk saya, bukan kk kami, kk tetangga, kk teman, tetangga, tetangga saya, teman, teman saya, disuruh, disuruh tetangga, untuk orang lain
beside-foreigner-one = WNA dengan KITAP
    .says = wna, orang asing, saya wna, kitap, wna kitap, saya wna kitap, warga negara asing
option-for_whom-other = Orang lain
    .says = lain, tetangga, tetangga saya, teman, teman saya
option-under_age-stay = Tetap di KK ini
    .says = tetap
option-domicile-here = Ya
    .says = iya, y, sini, kota ini
option-domicile-elsewhere = Lain, data tetap
    .says = kota lain, luar kota
option-domicile-elsewhere_changed = Lain, data berubah
    .says = data berubah
option-proof-newborn = Bayi baru lahir
    .says = bayi
option-proof-papers = Ada surat bukti
    .says = ada, ya, iya, punya
option-proof-nothing = Tidak ada surat
    .says = tidak, tidak ada, tidak punya, belum
option-lodging-own = Rumah sendiri
    .says = sendiri, milik sendiri, rumah saya, punya sendiri
option-lodging-lodger = Kontrak/menumpang
    .says = kontrak, ngontrak, kontrakan, menumpang, numpang, kos, kost, ngekos, sewa, rumah orang tua, ikut orang tua, ikut mertua
option-new_family-married = Baru menikah
    .says = nikah, menikah, kawin
option-new_family-divorced = Bercerai
    .says = cerai
option-new_family-moved = Pindah dari kota lain
    .says = pindah
option-new_family-from_abroad = Datang dari luar negeri
    .says = luar negeri
option-new_family-new_citizen = WNI baru
option-new_family-vulnerable = Penduduk rentan
    .says = rentan
option-new_family-foreigner = WNA dengan KITAP
    .says = wna, orang asing
option-all_minor-no = Masih ada
    .says = ada, ya, iya
option-all_minor-yes = Semua di bawah 17
    .says = tidak ada, tidak
option-all_minor-head_lives = Kepala masih hidup
    .says = masih hidup, belum meninggal, tidak meninggal, kepalanya masih hidup, kepala keluarga masih hidup, hidup
option-split-married = Menikah
    .says = nikah, kawin
option-split-divorced = Bercerai
    .says = cerai
option-split-own = Berdiri sendiri
    .says = sendiri, mandiri, lain
option-change-added = Anggota bertambah
    .says = tambah, bertambah, tambah anak
option-change-gone = Anggota berkurang
    .says = kurang, berkurang
option-change-data = Data berubah
    .says = data, ubah data
option-change-child_moves = Anak pindah KK
    .says = anak pindah
option-institution-bank = Bank
option-institution-bpjs = BPJS
option-institution-operator = Operator HP
    .says = operator, kartu hp, telkomsel, kartu sim
option-institution-elsewhere = Tempat lain
    .says = lain, lainnya
option-card_change-data = Data berubah
    .says = data, status, ubah data
option-card_change-moved = Pindah datang
    .says = pindah
option-photo_reason-changed = Wajah berubah
    .says = wajah, berubah
option-photo_reason-damaged = Kartu rusak
    .says = rusak
option-photo_reason-dislike = Kurang suka
    .says = jelek, tidak suka
option-past_kia-id_card = Urus KTP-el
    .says = ktp
option-past_kia-go_on = Tetap KIA
    .says = kia, lanjut
option-reason-moved = Pindah
    .says = pindah alamat
option-ikd_wish-activate = Aktivasi
    .says = aktifkan, aktivasi ikd, buat
option-ikd_wish-lost = HP hilang atau ganti
    .says = blokir, mau blokir, nonaktifkan, matikan, hp hilang, hp dicuri, ganti hp, hp baru, hp rusak
option-ikd_wish-code = Soal kode/PIN
    .says = kode, pin, otp, lupa pin
option-movers-alone = Satu orang
    .says = saya, sendiri, saya sendiri
option-movers-family = Satu keluarga
    .says = semua, sekeluarga
option-movers-some = Sebagian keluarga
    .says = sebagian
option-head_moves-yes = Ikut
    .says = ya, iya, ikut pindah
option-head_moves-no = Tidak ikut
    .says = tidak, tetap
option-head_files-yes = Ya
    .says = iya, saya
option-head_files-no = Bukan
    .says = tidak
option-left_behind-adult = Ada
    .says = ya, iya, masih ada
option-left_behind-minors = Semua di bawah 17
    .says = tidak, tidak ada
option-move_reason-work = Pekerjaan
    .says = kerja, dinas
option-move_reason-school = Pendidikan
    .says = sekolah, kuliah
option-move_reason-safety = Keamanan
    .says = aman
option-move_reason-health = Kesehatan
    .says = sakit, berobat
option-move_reason-housing = Perumahan
    .says = rumah
option-move_reason-family = Keluarga
    .says = ikut suami, ikut istri, ikut orang tua
option-move_reason-other = Lainnya
    .says = lain
option-moving_letter-have = Ada
    .says = sudah, ya, iya, punya
option-moving_letter-none = Tidak ada
    .says = belum, tidak, tidak punya
option-abroad_for-year = Setahun atau lebih
    .says = lebih dari setahun, setahun, setahun lebih, 1 tahun, 2 tahun, 3 tahun, 5 tahun
option-abroad_for-shorter = Kurang dari setahun
    .says = kurang
option-stillbirth_proof-letter = Ada
    .says = ya, iya, punya
option-stillbirth_proof-none = Tidak ada
    .says = tidak, belum
option-reporter-family = Keluarga/ahli waris
    .says = keluarga, ahli waris, anak, istri, suami
option-reporter-rt = Ketua RT
    .says = rt
option-reporter-other = Orang lain
    .says = lain, tetangga, teman
option-death_proof-letter = Ada surat kematian
    .says = ada, ya, iya, punya
option-death_proof-none = Belum ada
    .says = belum, tidak ada, tidak punya, belum punya
option-death_proof-missing = Hilang, tak ketemu
    .says = hilang
option-death_proof-unidentified = Jenazah tak dikenal
    .says = tidak dikenal
option-death_proof-foreigner = Orang asing (WNA)
    .says = wna, orang asing
option-faith-other_faith = Bukan Islam
    .says = kristen, katolik, hindu, buddha, konghucu, kepercayaan
option-faith-muslim = Islam
    .says = muslim, pengadilan agama, kua
option-couple_age-adult = Keduanya 21 ke atas
    .says = dewasa, di atas 21, 21 ke atas, lebih dari 21, sudah 21, sudah di atas 21
option-couple_age-under_21 = Ada di bawah 21
    .says = di bawah 21, dibawah 21
option-couple_age-under_19 = Ada di bawah 19
    .says = di bawah 19, dibawah 19
option-before-never = Belum pernah
    .says = tidak, belum
option-before-widowed = Ya, cerai mati
    .says = cerai mati, janda mati, duda mati
option-before-divorced = Ya, cerai hidup
    .says = cerai hidup, cerai
option-also_lost-none = Tidak ada
option-also_lost-kk = KK
option-also_lost-ktp = KTP-el
option-also_lost-both = KK dan KTP-el
option-foreigner-none = Tidak
    .says = bukan, wni, kedua wni, keduanya wni, dua-duanya wni, wni semua, sama-sama wni
option-foreigner-one = Ya
    .says = iya, wna
option-certificate_held-have = Masih ada
    .says = ada, ya, iya
option-certificate_held-lost = Hilang
    .says = tidak ada, tidak
option-wedded-yes = Sudah
    .says = ya, iya
option-wedded-no = Belum
    .says = tidak
option-wedded-foreign_mother = Ibunya WNA
    .says = ibu wna, ibu orang asing, wna
option-born_before-no = Tidak
    .says = sesudah, bukan
option-born_before-yes = Ya
    .says = iya, sebelum
option-which_certificate-kk = Kartu Keluarga
    .says = kk
option-which_certificate-birth = Akta kelahiran
    .says = lahir, akta lahir
option-which_certificate-death = Akta kematian
    .says = kematian
option-which_certificate-marriage = Akta perkawinan
    .says = kawin, nikah, perkawinan
option-which_certificate-divorce = Akta perceraian
    .says = cerai, perceraian
option-mistake-name = Nama
    .says = ejaan nama
option-mistake-else = Yang lain
    .says = lain, tanggal, tempat
option-withdrawn_by-court = Putusan pengadilan
    .says = pengadilan
option-withdrawn_by-office = Kantor keliru
    .says = kantor

## Answers, read back

row-for_whom = Untuk: { $picked ->
    [self] saya sendiri
    [same_kk] anggota KK saya
   *[other] orang lain, dengan surat kuasa
    }
    .sms = { $picked ->
    [self] {""}
    [same_kk] satu KK
   *[other] dgn surat kuasa
    }
row-parent = Pemohon: { $picked ->
    [yes] orang tua atau wali
    [self] saya sendiri
   *[other] orang lain
    }
    .sms = { $picked ->
    [yes] orang tua
    [self] {""}
   *[other] orang lain
    }
row-birth_proof = { $picked ->
    [found] Anak ditemukan, orang tua belum diketahui
   *[other] {""}
    }
    .sms = { $picked ->
    [found] anak ditemukan
   *[other] {""}
    }
row-reporter = Pelapor: { $picked ->
    [family] keluarga atau ahli waris
    [rt] ketua RT
   *[other] orang lain, dengan surat kuasa
    }
    .sms = { $picked ->
    [family] keluarga
    [rt] ketua RT
   *[other] dgn surat kuasa
    }
row-name = Nama: { $value }
    .sms = { $value }
row-applicant_name = Yang mengurus: { $value }
    .sms = diurus { $value }
row-applicant_nik = NIK yang mengurus: { $value }
    .sms = {""}
row-guardian_name = Orang tua atau wali: { $value }
    .sms = wali { $value }
row-guardian_nik = NIK orang tua atau wali: { $value }
    .sms = {""}
row-heir_name = Ahli waris: { $value }
    .sms = ahli waris { $value }
row-heir_nik = NIK ahli waris: { $value }
    .sms = {""}
row-nik = NIK: { $value }
    .sms = {""}
row-kk_number = No. KK: { $value }
    .sms = {""}
row-village = Kelurahan: { $value }
    .sms = kel. { $value }
row-child_name = Nama anak: { $value }
    .sms = { $value }
row-birth_date = Tanggal lahir: { $value }
    .sms = lahir { $value }
row-birth_place = Tempat lahir: { $value }
    .sms = di { $value }
row-sex = Jenis kelamin: { $value }
    .sms = { $value }
row-child_number = Anak ke-{ $value }
    .sms = anak ke-{ $value }
label-reason = Hilang atau rusak
    .says = sebab, alasan
label-applicant_name = Yang mengurus
    .sms = nama Anda
    .says = nama yang mengurus, nama saya, nama pelapor, nama pemohon
label-applicant_nik = NIK yang mengurus
    .sms = NIK Anda
    .says = nik saya, nik pelapor, nik pemohon
label-guardian_name = Orang tua atau wali
    .sms = wali
    .says = nama wali, nama orang tua, wali
label-guardian_nik = NIK orang tua atau wali
    .sms = NIK wali
    .says = nik wali, nik orang tua
label-heir_name = Ahli waris
    .says = nama ahli waris
label-heir_nik = NIK ahli waris
label-name = Nama
    .says = nama lengkap, nama saya
label-nik = NIK
    .says = nik saya, nomor nik, no nik, nomor ktp, no ktp, nomor induk
label-kk_number = No. KK
    .says = nomor kk, nokk, no kk, nomor kartu keluarga, no kartu keluarga, kk
label-village = Kelurahan
    .says = desa, kel, alamat
label-child_name = Nama anak
    .says = nama bayi, nama, jeneng, jenenge, asma
label-birth_date = Tanggal lahir
    .says = tgl lahir, ttl, tempat tanggal lahir, tempat tgl lahir, lahir, tanggal, tgl
label-birth_place = Tempat lahir
    .says = kota lahir, tempat, ttl, tempat tanggal lahir, tempat tgl lahir
label-sex = Jenis kelamin
    .sms = kelamin
    .says = kelamin, jk, gender
label-child_number = Anak ke berapa
    .sms = anak ke
    .says = anak ke, urutan anak, nomor anak
label-birth_proof = Bukti lahir
    .sms = bukti
label-marriage_proof = Bukti nikah
    .sms = nikah
row-parents = { $picked ->
    [died] Orang tuanya sudah meninggal
   *[alive] {""}
    }
label-parents = Orang tua masih ada
    .sms = ortu
label-parent = Orang tua
    .says = pemohon
label-for_whom = Untuk siapa
label-domicile = Asal KK
label-proof = Bukti yang ada
label-lodging = Rumah
label-new_family = Alasan KK baru
label-all_minor = Anggota dewasa
label-split = Alasan pisah
label-change = Perubahan
label-what_changes = Isi perubahan
    .says = perubahannya
label-institution = Tidak ditemukan di
label-card_change = Alasan ubah
label-movers = Yang pindah
label-mover_names = Nama yang pindah
    .says = nama yang ikut
label-head_moves = Kepala keluarga ikut
label-head_files = Kepala keluarga
label-move_date = Tanggal pindah
    .says = tgl pindah, rencana pindah, tanggal berangkat, tgl berangkat, tanggal, tgl
label-new_town = Kota tujuan
    .says = kabupaten tujuan, pindah ke
label-left_behind = Yang tinggal
label-move_reason = Alasan pindah
    .says = alasan
label-moving_to = Alamat tujuan
    .says = tujuan, alamat pindah, alamat baru
label-new_street = Jalan baru
    .says = jalan, alamat rumah
label-moving_letter = Surat pindah
label-origin = Kota asal
    .says = asal
label-country = Negara
    .says = negara tujuan, negara asal
label-arrival_date = Tanggal tiba
    .says = tgl tiba, tanggal datang, tanggal, tgl
label-passport_number = No. paspor
    .says = nomor paspor, paspor
label-nationality = Warga negara
    .says = warganegara, kewarganegaraan
label-stillbirth_proof = Surat RS/bidan
label-stillbirth_date = Tanggal kejadian
    .says = tgl kejadian, tanggal, tgl
label-stillbirth_place = Tempat kejadian
    .says = tempat
label-reporter = Pelapor
label-death_proof = Bukti kematian
label-deceased_name = Nama almarhum
    .says = nama almarhumah, nama yang meninggal, nama
label-deceased_nik = NIK almarhum
    .says = nik almarhumah, nik yang meninggal
label-death_date = Tanggal meninggal
    .says = tgl meninggal, tanggal wafat, tgl wafat, tanggal kematian, tgl kematian, meninggal, wafat, tanggal, tgl
label-death_place = Tempat meninggal
    .says = tempat wafat, tempat kematian, tempat
label-couple_age = Usia pasangan
label-before = Pernah kawin
label-also_lost = Ikut hilang
label-foreigner = WNA
label-husband_name = Suami
    .says = nama suami
label-husband_nik = NIK suami
    .says = no nik suami, nomor nik suami
label-wife_name = Istri
    .says = nama istri
label-wife_nik = NIK istri
    .says = no nik istri, nomor nik istri
label-marriage_date = Tanggal nikah
    .says = tgl nikah, tanggal kawin, tanggal pernikahan, tanggal, tgl
label-certificate_held = Akta perkawinan ada
label-ruling_date = Tanggal putusan
    .says = tgl putusan, tanggal, tgl
label-wedded = Nikah agama
label-born_before = Lahir sebelum nikah
label-new_name = Nama baru
label-which_certificate = Dokumen
label-mistake = Yang keliru
label-correct_text = Seharusnya
    .says = yang benar
label-withdrawn_by = Dibatalkan oleh
label-why = Alasan
label-still_have = PDF KK masih ada
label-enrolled = Sudah rekam
label-under_age = Di bawah 17 tahun
label-photo_reason = Alasan ganti foto
label-past_kia = Usia 17 ke atas
label-ikd_wish = Keperluan IKD
label-abroad_for = Lama di luar negeri
label-faith = Agama

## When a paper is needed, where option and question alone would not tell it

if-head_files-no = bukan kepala keluarga yang mengurus
if-for_whom-other = untuk orang lain
if-parents-died = bila ayah dan ibunya sudah meninggal
if-parent-no = untuk anak orang lain
if-birth_proof-found = anak yang ditemukan
if-wedded-foreign_mother = ibunya WNA
if-reporter-other = pelapor bukan keluarga
if-marriage_proof-have = ada buku atau akta nikah
if-marriage_proof-none = tanpa bukti nikah
if-birth_proof-letter = ada surat lahir
if-birth_proof-none = tanpa surat lahir
if-foreigner-one = ada WNA
if-lodging-lodger = kontrak atau menumpang
if-moving_letter-have = sudah ada

## Papers

paper-extra = foto lain
paper-police_letter = surat hilang
    .says = surat kehilangan, surat polisi, laporan polisi, surat kepolisian
paper-police_letter-needed = surat hilang dari polisi
paper-police_letter-photo = surat hilang dari polisi
lost-ktp = KTP
lost-kk = KK
lost-kia = KIA
lost-certificate = akta
lost-other = barang lain
paper-damaged_kk = KK yang rusak
    .says = kk, kartu keluarga
paper-ktp = KTP-el
    .says = e ktp, kartu tanda penduduk
paper-ktp-read = KTP
paper-ktp-photo = KTP-el asli, bagian depan
paper-birth_letter = surat lahir
    .says = surat keterangan lahir, surat kelahiran, surat bidan
paper-birth_letter-needed = surat lahir RS/bidan
paper-birth_letter-photo = surat lahir RS/bidan
paper-birth_statement = surat F-2.03
paper-birth_statement-photo = surat pernyataan data kelahiran (F-2.03) dengan 2 saksi
paper-marriage_book = buku nikah
    .says = akta nikah, surat nikah
paper-marriage_book-photo = buku nikah atau akta nikah
paper-couple_statement = surat F-2.04
paper-couple_statement-photo = surat pernyataan suami istri (F-2.04) dengan 2 saksi
paper-kk = KK
    .says = kartu keluarga
paper-kk-photo = KK asli
label-paper-ktp = Foto KTP-el
label-paper-kk = Foto KK
paper-authority_letter = surat kuasa F-1.07
    .says = surat kuasa
paper-authority_letter-photo = surat kuasa F-1.07 bermeterai
paper-birth_certificate = akta kelahiran
    .says = akta lahir, akte lahir, akte
paper-marriage_certificate = kutipan akta perkawinan
paper-divorce_certificate = akta perceraian
paper-unrecorded_marriage = surat F-1.05
paper-unrecorded_marriage-photo = surat pernyataan nikah/cerai belum tercatat (F-1.05)
paper-guardian_statement = pernyataan wali
paper-guardian_statement-photo = surat pernyataan wali atau pengasuh
paper-head_consent = persetujuan kepala keluarga
paper-head_consent-photo = surat persetujuan kepala keluarga, ditandatangani
paper-owner_statement = izin pemilik rumah
paper-owner_statement-photo = surat pemilik rumah bahwa tidak keberatan
paper-skpwni = surat pindah (SKPWNI)
    .says = surat pindah
paper-abroad_letter = SKPLN/surat perwakilan RI
paper-abroad_letter-photo = SKPLN atau surat pindah dari perwakilan RI
paper-passport = paspor
paper-passport-photo = paspor, halaman data
paper-stay_permit = ITAS/KITAP
paper-certificate = kutipan akta
paper-certificate-photo = kutipan akta yang ada
paper-court_decision = putusan pengadilan
paper-court_decision-photo = salinan putusan atau penetapan pengadilan
paper-death_letter = surat kematian
    .says = surat keterangan kematian, surat keterangan meninggal
paper-death_letter-photo = surat kematian dari RS, dokter, atau kelurahan
paper-death_certificate = akta kematian
paper-missing_ruling = penetapan pengadilan
paper-missing_ruling-photo = penetapan pengadilan tentang orang hilang
paper-police_report = surat polisi
paper-police_report-photo = surat keterangan polisi tentang jenazah
paper-foundling_report = berita acara polisi
paper-foundling_report-photo = berita acara polisi tentang anak yang ditemukan
paper-event_proof = surat bukti
paper-event_proof-needed = surat bukti (akta, ijazah, atau lainnya)
paper-event_proof-photo = surat bukti: akta, buku nikah, ijazah, atau lainnya
paper-citizenship_decree = keputusan kewarganegaraan
paper-citizenship_decree-photo = Keppres atau Kepmenkumham kewarganegaraan
paper-religious_marriage = surat pemuka agama
paper-religious_marriage-photo = surat perkawinan dari pemuka agama atau penghayat
paper-rt_letter = pengantar RT/RW
paper-rt_letter-photo = surat pengantar RT/RW asli
paper-education_proof = bukti pendidikan
paper-education_proof-photo = ijazah atau rapor terakhir
paper-no_papers_statement = surat F-1.04
paper-no_papers_statement-photo = surat pernyataan tidak punya dokumen (F-1.04)
paper-identity_letter = surat pengganti identitas
paper-identity_letter-photo = surat keterangan pengganti tanda identitas
paper-change_statement = surat F-1.06
paper-change_statement-photo = surat pernyataan perubahan data (F-1.06)
paper-damaged_ktp = KTP-el yang rusak
    .says = ktp
paper-damaged_kia = KIA yang rusak
    .says = kia
paper-suket = suket KTP-el
paper-suket-photo = suket KTP-el atau bukti rekam
paper-child_photo = pas foto anak 2x3
paper-child_photo-read = anak
paper-child_photo-photo = anak berwarna, ukuran 2x3 (bawa 2 lembar saat ambil)
paper-stillbirth_letter = surat lahir mati
paper-stillbirth_letter-photo = surat keterangan lahir mati dari RS atau bidan
paper-parents_statement = pernyataan orang tua
paper-parents_statement-photo = surat pernyataan orang tua tentang lahir mati
paper-couple_photo = pas foto 4x6
paper-couple_photo-read = suami istri
paper-couple_photo-photo = suami istri berdampingan, berwarna, ukuran 4x6
paper-couple_ids = KTP suami istri
paper-couple_ids-photo = KTP-el suami dan istri, bagian depan
paper-witness_ids = KTP 2 saksi
paper-parents_consent = izin orang tua
paper-parents_consent-photo = surat izin orang tua
paper-embassy_permit = izin kedutaan
paper-embassy_permit-photo = surat izin dari perwakilan negaranya
paper-lost_statement = pernyataan akta hilang
paper-lost_statement-photo = surat pernyataan akta perkawinan hilang
paper-acknowledgement = surat pengakuan ayah
paper-acknowledgement-photo = surat pengakuan ayah biologis yang disetujui ibu
paper-authentic_proof = bukti autentik
paper-authentic_proof-photo = bukti autentik: ijazah, buku nikah, atau paspor
paper-name_statement = pernyataan nama
paper-name_statement-photo = surat pernyataan (SPTJM) nama dengan 2 saksi
paper-oath_record = berita acara sumpah

## Where a paper is got, for who has none

lacking-police_letter = Surat hilang dibuat di kantor polisi terdekat.
lacking-kk = KK hilang atau rusak? Ketik KK HILANG.
lacking-ktp = KTP hilang atau rusak? Ketik KTP HILANG.
lacking-birth_certificate = Belum punya akta kelahiran? Ketik AKTA LAHIR. Hilang? Ketik AKTA HILANG.
lacking-birth_letter = Surat lahir dibuat RS, puskesmas, atau bidan yang menolong.
lacking-marriage_book = Buku nikah yang hilang diganti di KUA.
lacking-death_letter = Surat kematian dibuat RS atau dokter; bila meninggal di rumah, kelurahan atau desa.
lacking-death_certificate = Belum ada akta kematian? Ketik AKTA KEMATIAN.
lacking-skpwni = Surat pindah dibuat Disdukcapil daerah asal.
lacking-court_decision = Salinannya diminta di pengadilan yang memutus.
lacking-rt_letter = Surat pengantar dibuat ketua RT dan RW.
lacking-passport = Paspor dibuat di kantor imigrasi.
lacking-stay_permit = ITAS/KITAP dibuat di kantor imigrasi.
lacking-religious_marriage = Surat itu dibuat pemuka agama yang menikahkan.

## What ends the chat, or is said beforehand

death-letter-first = Surat kematian dibuat RS atau dokter; bila meninggal di rumah, kelurahan atau desa (lewat RT). GRATIS. Setelah ada suratnya, ketik AKTA KEMATIAN.
kk-print-again = Buka PDF atau link itu, lalu cetak di HVS A4 putih 80 gram. Hasilnya sah, tidak perlu permohonan baru. GRATIS.
ktp-enrol-first = Rekam dulu di kantor kecamatan: bawa fotokopi KK, datang sendiri. Sesudah itu tulis KTP BARU di sini. GRATIS.
kia-instead = Anak di bawah 17 tahun memakai KIA. Ketik KIA untuk mengurusnya di sini. GRATIS.
at-home-office = KTP dengan data yang berubah diurus di Disdukcapil sesuai KK. Bila datanya tetap, kantor ini bisa mencetak. GRATIS.
foundling-certificate-first = Anak yang ditemukan: akta kelahiran dulu, dengan berita acara polisi. KK dan KIA menyusul. Ketik AKTA BAYI TEMUAN. GRATIS.
kk-split-from-17 = Anak di bawah 17 tahun tetap di KK orang tua atau walinya. Ikut KK lain? Ketik UBAH KK. GRATIS.
head-lives = Kepala keluarga yang masih hidup diganti sebagai perubahan data KK, dengan surat buktinya. Ketik UBAH KK untuk mengurusnya di sini. GRATIS.
photo-stays = Foto KTP-el diganti bila wajah berubah tetap atau kartunya rusak (Permendagri 74/2015). KTP-el berlaku seumur hidup. Ragu? Ketik PETUGAS.
ktp-instead = Mulai 17 tahun memakai KTP-el. Belum rekam? Ketik REKAM KTP. Sudah rekam? Ketik KTP BARU. GRATIS.
abroad-short = Kurang dari setahun tidak perlu surat pindah. KTP-el dan KK tetap berlaku. GRATIS.
marriage-at-kua = Pernikahan Islam dicatat di KUA, buktinya buku nikah. Sesudah itu ubah KK di sini: ketik KK BARU. GRATIS.
divorce-at-court = Perceraian Islam: akta cerai dari Pengadilan Agama. Sesudah itu ubah KK di sini: ketik UBAH KK. GRATIS.
ikd-fraud = Awas penipuan. Kami tidak punya dan tidak pernah meminta kode atau PIN IKD. Jangan beri kode, jangan buka file APK. Ada yang meminta? Ketik PUNGLI.
nik-misused = Maaf Anda mengalami ini. Jangan bayar utang yang bukan milik Anda. Laporkan ke pemberi pinjaman, OJK (157), dan polisi; simpan buktinya. Data NIK Anda bisa dicek dan dibetulkan petugas: ketik PETUGAS.
    .sms = Jangan bayar utang yg bukan milik Anda. Lapor ke pemberi pinjaman, OJK (157), polisi; simpan bukti. Data NIK dicek petugas: balas PETUGAS.
scam-fell-for = Lakukan sekarang:
    - Jangan balas orang itu lagi, jangan beri kode lain.
    - Ada APK terpasang? Matikan internet HP, lalu hapus aplikasinya.
    - Ada aplikasi bank di HP? Telepon bank Anda sekarang.
    - Ketik PETUGAS, agar petugas memeriksa IKD Anda. Laporkan orangnya: ketik PUNGLI.
    .sms = Sekarang: jangan balas orang itu, jangan beri kode lain. Ada APK? Matikan internet, hapus. Ada aplikasi bank? Telepon bank. Periksa IKD: balas PETUGAS. Lapor: balas PUNGLI.
ikd-lost = IKD di HP lama dinonaktifkan petugas, lalu diaktifkan di HP baru: datang ke Disdukcapil mana pun dengan KTP-el. HP dicuri? Minta operator memblokir nomornya, dan ketik PETUGAS. GRATIS.
    .sms = IKD di HP lama dinonaktifkan petugas, lalu diaktifkan di HP baru: datang dgn KTP-el. HP dicuri? Minta operator blokir nomornya; balas PETUGAS. GRATIS.
ikd-pin-anew = Lupa PIN IKD? Diatur ulang di depan petugas{ $known ->
    [yes] : { $office }, { $address }. Buka { $hours }. GRATIS.
   *[no] , di kantor Disdukcapil mana pun. GRATIS.
    }
scam-do-not = JANGAN. Itu penipuan: jangan klik linknya, jangan masukkan PIN atau OTP, jangan transfer. Link kami hanya dari chat ini dan berakhiran .go.id. Ada yang meminta? Ketik PUNGLI.
    .sms = JANGAN. Itu penipuan: jangan klik linknya, jangan beri PIN atau OTP, jangan transfer. Link kami hanya dari nomor ini, berakhiran .go.id. Lapor: balas PUNGLI.
condolences = Turut berduka cita.
kk-new-number = Nomor KK akan baru.
centre-decides = Yang memutuskan pusat; kami kabari hasilnya.
old-card-taken = KTP lama diserahkan saat yang baru diterima.
    .sms = KTP lama nanti ditukar.
photo-at-office = Foto baru diambil di kantor, jadi datang sendiri.
    .sms = Foto diambil di kantor.
cards-stay = KTP-el dan KIA tetap Anda pegang.
    .sms = KTP/KIA tetap dipegang.
cards-swapped = KTP-el dan KIA lama ditukar dengan yang baru.
    .sms = KTP/KIA lama ditukar.
card-withdrawn = KTP-el ditarik dan KK disesuaikan.
    .sms = KTP ditarik, KK disesuaikan.
spelling-needs-no-court = Hanya salah ketik? Tidak perlu pengadilan: ketik PEMBETULAN AKTA.
    .sms = Hanya salah ketik? Balas PEMBETULAN AKTA.
old-copy-helps = Foto atau fotokopi akta lama membantu petugas mencari.
    .sms = Fotokopi akta lama membantu.
old-stays-valid = Dokumen lama tetap sah, jadi mengganti tidak wajib.
    .sms = Dokumen lama tetap sah.
enrol-at-office = { $known ->
    [yes] Perekaman perlu datang sendiri: foto, sidik jari, iris, tanda tangan. Bawa KK ke { $office }, { $address }. Buka { $hours }.
   *[no] Perekaman perlu datang sendiri: foto, sidik jari, iris, tanda tangan. Bawa KK ke kantor Disdukcapil atau kecamatan.
    } Sudah pernah rekam? Jangan rekam lagi, ketik KTP BARU. GRATIS.
    .sms = { $known ->
    [yes] Perekaman: datang sendiri, bawa KK. { $office }, { $address }. Buka { $hours }.
   *[no] Perekaman: datang sendiri, bawa KK ke Disdukcapil atau kecamatan.
    } Sudah pernah rekam? Jangan rekam lagi, balas KTP BARU. GRATIS.
ikd-at-office = { $known ->
    [yes] Aktivasi IKD di depan petugas: { $office }, { $address }. Buka { $hours }.
   *[no] Aktivasi IKD di depan petugas, di kantor Disdukcapil mana pun.
    } Bawa HP sendiri yang aplikasinya sudah dipasang, KTP-el, dan email. Kami tidak meminta data atau kode lewat chat. GRATIS.
    .sms = { $known ->
    [yes] Aktivasi IKD di depan petugas: { $office }, { $address }. Buka { $hours }.
   *[no] Aktivasi IKD di depan petugas, di Disdukcapil mana pun.
    } Bawa HP, KTP-el, email. Kami tidak meminta kode. GRATIS.

## Documents

document-kartu_keluarga = KK
document-kutipan_akta_kelahiran = Akta kelahiran
document-tanda_terima_surat = Tanda terima surat
document-card = KTP-el
document-kia = KIA
document-biodata_wni = Biodata
document-catatan_pinggir = Catatan pinggir akta
document-kutipan_akta_kematian = Akta kematian
document-kutipan_akta_perkawinan = Akta perkawinan
document-kutipan_akta_perceraian = Akta perceraian
document-kutipan_akta_pengakuan_anak = Akta pengakuan anak
document-kutipan_akta_pengesahan_anak = Akta pengesahan anak
document-surat_lahir_mati = Surat lahir mati
document-surat_pindah = Surat pindah (SKPWNI)
document-surat_pindah_luar_negeri = Surat pindah luar negeri
document-surat_datang_luar_negeri = Surat datang luar negeri
document-surat_tempat_tinggal = SKTT
document-surat_pembatalan_akta = Surat pembatalan akta
document-surat_pembatalan_perkawinan = Surat pembatalan perkawinan
document-surat_pembatalan_perceraian = Surat pembatalan perceraian
