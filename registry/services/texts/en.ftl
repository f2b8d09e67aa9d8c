# What is said about services, questions, papers and documents. Citizens read it in the chat, officers at the desk.
# `.sms` is the wording for SMS, `.says` other words by which an option is picked. A paper's name in a list (-needed)
# and under a photo (-photo) stands only where it differs.

## Services

service-KK-HR = Lost/damaged family card
    .says = lost kk, damaged kk
service-AKL = Birth certificate
service-KTP-BARU = First ID card
short-KK-HR = Family card
short-KTP-BARU = ID card
short-NIK-KONSOL = NIK synchronisation
short-SKTT = SKTT
short-DATANG-LN = Arrival letter
short-SKPLN = Letter of moving abroad
service-BIO = New NIK (first record)
service-KK-BARU = New family card
service-KK-GANTI = New head of family
service-KK-PISAH = Split a family card
service-KK-UBAH = Change a family card
service-NIK-KONSOL = NIK not found
service-KTP-UBAH = Change an ID card
service-KTP-H = Lost ID card
service-KTP-R = Damaged ID card
service-KTP-FOTO = New ID card photo
service-REKAM = ID card enrolment
service-SUKET = Suket to ID card
service-KIA-BARU = New child card
service-KIA-HR = Child card reissue
service-IKD = Digital ID (IKD)
service-PINDAH = Moving to another town
service-PINDAH-DLM = Moving within town
service-DATANG = Moving here
service-SKPLN = Moving abroad
service-DATANG-LN = Back from abroad
service-SKTT = Residence letter (SKTT)
service-AKL-3IN1 = Birth + KK + KIA
service-LM = Stillbirth letter
service-AKM = Death certificate
service-AKM-3IN1 = Death + KK + KTP
service-AKW = Marriage certificate
service-AKC = Divorce certificate
service-BTL-KW = Marriage annulment
service-BTL-CR = Divorce annulment
service-PGK = Acknowledging a child
service-PGS = Legitimating a child
service-PGT = Adoption
service-NAMA = Change of name
service-BETUL = Correct a certificate
service-BATAL = Cancel a certificate
service-WN = Change of citizenship
service-KUT2 = Lost/damaged certificate
service-CETAK-TTE = Reprint with e-signature

## Services beside the number of a case, on a button: up to 14 letters

tag-CETAK-TTE = Reprint
tag-KUT2 = Second copy
tag-PINDAH = Moving away
tag-BIO = New NIK
tag-WN = Citizenship
tag-BETUL = Correction
tag-PGK = Acknowledging
tag-BATAL = Cancellation
tag-PGS = Legitimating
tag-AKW = Marriage
tag-KK-UBAH = KK change
tag-AKC = Divorce
tag-KK-PISAH = KK split
tag-BTL-KW = Annulment
tag-PINDAH-DLM = Moving in town
tag-KIA-HR = Child card
tag-KK-GANTI = New head
tag-AKL = Birth
tag-BTL-CR = Annulment
tag-AKM = Death
tag-LM = Stillbirth
tag-KTP-FOTO = ID card photo
tag-KTP-UBAH = ID card change
tag-AKM-3IN1 = Death + KK
tag-AKL-3IN1 = Birth + KK
tag-DATANG-LN = From abroad
tag-SUKET = Suket
tag-KTP-R = Damaged ID
tag-KK-BARU = New KK
tag-NIK-KONSOL = NIK
tag-SKPLN = Moving abroad
tag-PGT = Adoption

## A service asked for in words, before its first question: its name, unless the question bears it

begun-AKL-3IN1 = Birth certificate, family card and child card at once.
begun-AKM-3IN1 = Death certificate, family card and ID card at once.
begun-KTP-UBAH = Changed data on an ID card.
begun-KK-HR = { $reason ->
    [lost] Family card lost.
    [damaged] Family card damaged.
   *[other] {""}
    }
begun-KK-BARU = { $new_family ->
    [unsaid] {""}
   *[other] New family card.
    }
begun-KK-PISAH = { $split ->
    [unsaid] {""}
   *[other] Split a family card.
    }
begun-NIK-KONSOL = { $institution ->
    [unsaid] {""}
   *[other] NIK not found.
    }
begun-KTP-FOTO = { $photo_reason ->
    [unsaid] {""}
   *[other] New ID card photo.
    }
begun-KIA-HR = { $reason ->
    [lost] Child card lost.
    [damaged] Child card damaged.
    [moved] Child card, address changed.
   *[other] {""}
    }
begun-IKD = { $ikd_wish ->
    [unsaid] {""}
   *[other] Digital ID (IKD).
    }
begun-LM = { $stillbirth_proof ->
    [unsaid] {""}
   *[other] Stillbirth letter.
    }
begun-KUT2 = { $reason ->
    [lost] Certificate lost.
    [damaged] Certificate damaged.
   *[other] {""}
    }

## Questions

ask-reason = Is the family card lost or damaged?
ask-still_have = If you still have the PDF or the Dukcapil link and the data is unchanged, just print it again. Do you have it?
ask-parent = Are you the parent or guardian?
ask-parents = Is the father or mother alive?
ask-who-brings-name = { $parents ->
    [died] The full name of the guardian who cares for the child, as on the ID card?
   *[alive] Your own full name, as on your ID card?
    }
ask-who-brings-nik = { $parents ->
    [died] The guardian's NIK? The 16 digits on the ID card.
   *[alive] Your own NIK? The 16 digits on your ID card.
    }
field-who-brings-name = { $parents ->
    [died] guardian's name
   *[alive] your name
    }
field-who-brings-nik = { $parents ->
    [died] guardian's NIK
   *[alive] your NIK
    }
ask-parent-adopter = Are you the adoptive parent?
ask-stillbirth-parent = Are you the father or mother?
ask-name = { $whose ->
    [self] Your full name{ $gone ->
        [yes] ?
       *[no] {" "}as on the ID card?
    }
   *[other] The person's full name as on the ID card?
    }
ask-applicant_name = Your own full name as on the ID card?
ask-applicant_nik = Your own NIK? The 16 digits on your ID card.
ask-guardian_name = Who is the father, mother or guardian? Write the full name.
ask-guardian_nik = The NIK of that father, mother or guardian? The 16 digits on the ID card.
ask-parents-name = The full name of that parent or guardian, as on the ID card?
ask-heir_name = Which heir gives the authority? Write the full name.
ask-heir_nik = The heir's NIK? The 16 digits on the ID card.
ask-parent-name = { $whose ->
    [parent] Your full name as on your ID card?
   *[other] The father's or mother's full name?
    }
ask-name-on-kk = { $whose ->
    [self] Your full name{ $gone ->
        [yes] ?
       *[no] {" "}as on the family card?
    }
   *[other] The person's full name as on the family card?
    }
ask-name-on-certificate = { $which_certificate ->
    [kk] The name of the head of family on that card?
    [marriage] The husband's name on that certificate?
    [divorce] The husband's name on that certificate?
   *[birth] The full name on that certificate?
    }
ask-nik-on-kk = { $whose ->
    [self] Your NIK? { $gone ->
        [yes] 16 digits, also on the BPJS card.
       *[no] The 16 digits on the family card.
    }
   *[other] The person's NIK? { $gone ->
        [yes] 16 digits, also on the BPJS card.
       *[no] The 16 digits on the family card.
    }
    }
ask-nik = { $whose ->
    [self] Your NIK? { $gone ->
        [yes] 16 digits, also on the BPJS card.
       *[no] The 16 digits on your ID card.
    }
   *[other] The person's NIK? The 16 digits on the ID card or family card.
    }
ask-parent-nik = { $whose ->
    [self] Your NIK? The 16 digits on your ID card.
    [other] The father's or mother's NIK? The 16 digits on the ID card.
   *[parent] Your NIK (father or mother)? The 16 digits on your ID card.
    }
ask-kk_number = Family card number? Type FORGOT if you don't remember.
ask-kk_number-of-child = { $birth_proof ->
    [found] Your family card number? Type FORGOT if you don't remember.
   *[other] Family card number? Type FORGOT if you don't remember.
    }
ask-kk_number-now = Your present family card number? Type FORGOT if you don't remember or have none.
ask-village = Village (kelurahan) on the family card?
ask-child_name = The child's full name?
ask-own-or-child_name = { $parent ->
    [self] Your full name on the certificate?
   *[other] The child's full name?
    }
field-own-or-child_name = { $parent ->
    [self] your name on it
   *[other] child
    }
ask-birth_date = Date of birth? Example: 12 November 2026.
ask-birth_place = Born in which city or regency?
ask-sex = Sex?
ask-child_number = Which child is this: 1st, 2nd, 3rd? Answer with a number.
ask-birth_proof = Is there a birth letter from a hospital, midwife or village?
    .sms = A birth letter of hospital, midwife or village?
ask-marriage_proof = Do the parents have a marriage book or certificate?
ask-enrolled = Have your fingerprints and photo been taken at the kecamatan?
ask-under_age = ID cards start at age 17, or once married. Children have a KIA.
ask-whose-name = { $whose ->
    [self] Your full name?
   *[other] The person's full name?
    }
ask-for_whom = Who is it for?
ask-whose-marriage = Whose marriage is it?
ask-whose-spouse = Whose ID card changes with it? The wife or husband left behind:
ask-spouse-name = Full name of the surviving wife or husband?
ask-spouse-nik = NIK of that wife or husband? The 16 digits on the ID card.
ask-nik-of-parent = { $whose ->
    [parent] Your NIK? The 16 digits on your ID card.
   *[other] The father's or mother's NIK? The 16 digits on the ID card.
    }
ask-father-nik = The father's NIK? The 16 digits on the ID card.
ask-adopter-nik = The adoptive parent's NIK? The 16 digits on the ID card.
ask-passport-name = Full name as in the passport?
ask-village-of-home = Which village (kelurahan) do you live in?
ask-new-village = Village (kelurahan) of the new address?
ask-domicile = { $whose ->
    [self] Is your family card from { $town }?
   *[other] Is the family card from { $town }?
    }
ask-proof = A newborn, or somebody with papers (birth, marriage, school)?
ask-lodging = Is it your own home, or do you rent or lodge?
ask-new_family = Why do you need a new family card?
ask-couple-proof = { $new_family ->
    [divorced] Do you have a divorce certificate?
   *[married] Do you have a marriage book or marriage certificate?
    }
ask-all_minor = Is anybody on that family card 17 or older?
ask-split = Why a family card of your own?
ask-split-under_age = A family card of your own starts at age 17, or once married. What applies?
ask-change = What changes on the family card?
ask-card-changes = What changes, from what to what? Example: occupation, from student to teacher.
ask-what_changes = Write the change. Example: add the child Bima Contoh.
ask-institution = Where was the NIK not found?
ask-card_change = Why does the ID card change?
ask-photo_reason = Why do you want a new photo on the ID card?
ask-past_kia = A KIA is valid until the day before the 17th birthday. What would you like?
ask-reason-card = Is the child card lost or damaged, or has the child moved?
ask-reason-certificate = Is the certificate lost or damaged?
ask-ikd_wish = To activate IKD, about a code or PIN, or is the phone gone?
ask-whose-kk = Your own family card, or somebody else's?
ask-also_lost = What else was lost?
ask-foreign-head = Is the head of the family a foreigner?
ask-movers = How many are moving?
ask-head_moves = Does the head of the family move too?
ask-head_files = Under 17, the head of the family asks for the move; else we need their signed consent. Are you the head?
    .sms = Under 17, the head of the family has to consent. Are you the head?
ask-move_date = When is the move? For example: 1 December 2026.
ask-leave_date = When do you leave? For example: 1 December 2026.
ask-mover_names = Who is moving? Write their names.
ask-left_behind = Of those who stay on the old family card, is anybody 17 or older?
ask-move_reason = Why are you moving?
ask-new_town = To which regency or city?
ask-moving_to = The address there? Write street, village and district.
ask-new_street = Street, house number and RT/RW of the new address?
ask-moving_letter = Do you have the moving letter (SKPWNI) from your old town?
ask-origin = { $moving_letter ->
    [none] We ask your old town for the moving letter. Which regency or city do you come from?
   *[have] Which regency or city do you come from?
    }
ask-abroad_for = How long will you stay abroad?
ask-country = Which country are you moving to?
ask-country-from = Which country are you coming from?
ask-arrival_date = Date of arrival in Indonesia? Example: 12 November 2026.
ask-passport_number = Passport number?
ask-nationality = What is your nationality?
ask-stillbirth_proof = Is there a letter about it from the hospital or midwife?
ask-stillbirth_date = On what date? Example: 12 November 2026.
ask-stillbirth_place = In which city or regency?
ask-reporter = How are you related to the deceased?
ask-death_proof = Is there a death letter from a hospital, doctor or village?
ask-deceased_name = Full name of the deceased?
ask-deceased_nik = NIK of the deceased? Type FORGOT if you don't remember.
ask-death_date = Date of death? Example: 12 November 2026.
ask-death_place = In which city or regency did they die?
ask-faith = This office records marriages of couples who are not Muslim. What is your faith?
ask-couple_age = How old are husband and wife?
ask-before = Was either of you married before?
ask-foreigner = Is either of you a foreigner?
ask-foreign-adopter = Is an adoptive parent a foreigner?
ask-foreign-holder = { $whose ->
    [self] Are you a foreigner?
   *[other] Is the person a foreigner?
    }
ask-husband_name = The husband's full name?
ask-husband_nik = The husband's NIK? The 16 digits on the ID card.
ask-wife_name = The wife's full name?
ask-wife_nik = The wife's NIK? The 16 digits on the ID card.
ask-marriage_date = Date of the religious wedding? Example: 12 November 2026.
ask-certificate_held = Do you still have the marriage certificate?
ask-ruling_date = When did the court ruling become final? Example: 2 November 2026.
ask-wedded = Have father and mother had a religious wedding?
ask-born_before = Was the child born before the religious wedding?
ask-new_name = The new name, as in the court ruling?
ask-which_certificate = Which certificate?
ask-old-document = Which old document?
ask-mistake = What is wrong on the certificate?
ask-correct_text = Write what it should say.
ask-withdrawn_by = Was it annulled by a court, or did the office make the mistake?
ask-why = Why should the certificate be cancelled?

## What is asked for, in a list of several (by SMS), where the label would not do

field-name = { $whose ->
    [self] your full name
   *[other] the person's full name
    }
field-applicant_name = your name
field-applicant_nik = your NIK
field-guardian_name = parent's or guardian's name
field-guardian_nik = parent's or guardian's NIK
field-parents-name = that parent's name
field-heir_name = the heir's name
field-heir_nik = the heir's NIK
field-kk_number-of-child = KK number (or FORGOT)
field-parent-name = { $whose ->
    [parent] your full name
   *[other] father's or mother's full name
    }
field-name-on-kk = { $whose ->
    [self] your full name
   *[other] the person's full name
    }
field-name-on-certificate = { $which_certificate ->
    [kk] head of family on that card
    [marriage] husband's name on it
    [divorce] husband's name on it
   *[birth] full name on it
    }
field-whose-name = { $whose ->
    [self] your full name
   *[other] the person's full name
    }
field-spouse-name = name of surviving wife/husband
field-passport-name = name as in the passport
field-husband_name = husband's name
field-wife_name = wife's name
field-nik-on-kk = { $whose ->
    [self] your NIK
   *[other] the person's NIK
    }
field-nik = { $whose ->
    [self] your NIK
   *[other] the person's NIK
    }
field-parent-nik = { $whose ->
    [other] father's or mother's NIK
   *[parent] your NIK
    }
field-nik-of-parent = { $whose ->
    [parent] your NIK
   *[other] father's or mother's NIK
    }
field-father-nik = father's NIK
field-adopter-nik = adoptive parent's NIK
field-spouse-nik = NIK of that wife/husband
field-deceased_nik = NIK of the deceased (or FORGOT)
field-kk_number = KK number (or FORGOT)
field-kk_number-now = present KK number (or FORGOT)
field-village = village on the KK
field-village-of-home = village you live in
field-new-village = new village
field-new_street = street and RT/RW there
field-move_date = date of the move
field-leave_date = date of leaving
field-new_town = city you move to
field-moving_to = address there
field-origin = { $moving_letter ->
    [none] town you come from (we ask it for the letter)
   *[have] town you come from
    }
field-sex = male or female
field-whose-marriage = own marriage or somebody else
field-country = country you move to
field-country-from = country you come from
field-ruling_date = date the ruling was final
field-correct_text = what it should say
field-why = why to cancel it

## Options

option-reason-lost = Lost
    .says = lost, missing
option-reason-damaged = Damaged
    .says = torn, broken, wet
option-still_have-have = Yes, I have it
    .says = yes, have
option-still_have-none = No
    .says = none, lost
option-still_have-unsure = Not sure
    .says = don't know
option-sex-male = Male
    .says = boy, man, m
option-sex-female = Female
    .says = girl, woman, f
option-birth_proof-letter = Yes
    .says = have
option-birth_proof-none = No
    .says = none, not yet
option-birth_proof-found = Child was found
    .says = found, foundling, abandoned, parents unknown, unknown parents
option-marriage_proof-have = Yes
    .says = have
option-marriage_proof-none = No
    .says = none
option-marriage_proof-alone = Mother is unmarried
    .says = unmarried, not married, never married, no father, father unknown, single mother, i am not married
option-enrolled-yes = Yes
    .says = done
option-enrolled-not_yet = Not yet
    .says = no
option-under_age-child_card = Apply for a KIA
    .says = kia
option-under_age-married = Married before
    .says = married
option-parent-yes = Yes
    .says = father, mother, guardian, parent, my child
option-parent-self = It is my own
    .says = mine, myself, my own
option-parent-no = No
    .says = somebody else, midwife, i am the midwife, nurse, neighbour, grandmother, grandfather, aunt, uncle
option-parents-alive = Yes
    .says = alive, one is
option-parents-died = Both have died
    .says = no, died, dead, both died, orphan
option-for_whom-self = Myself
    .says = me, i, for me, for myself, us, ourselves
option-for_whom-same_kk = On my family card
    .says = family, my family, child, my child, my wife, my husband
beside-for_whom-same_kk = On my family card
    .says = my child, my son, my daughter, my wife, my husband, for my child, for my son, for my daughter, not me
beside-for_whom-other = Somebody else's KK
    .says = somebody else, not mine, a neighbour, my neighbour, for a neighbour, a friend
beside-foreigner-one = Foreigner with KITAP
    .says = foreigner, i am a foreigner, kitap
option-for_whom-other = Somebody else
    .says = other
option-under_age-stay = Stay on this card
    .says = stay
option-domicile-here = Yes
    .says = here
option-domicile-elsewhere = No, data unchanged
    .says = other town, elsewhere
option-domicile-elsewhere_changed = No, data changed
    .says = data changed
option-proof-newborn = A newborn child
    .says = baby, newborn
option-proof-papers = Yes, papers
    .says = yes
option-proof-nothing = No papers
    .says = no, none
option-lodging-own = My own
    .says = own, own house, my house
option-lodging-lodger = Rented or lodging
    .says = rent, rented, lodge, lodging, with my parents
option-new_family-married = Just married
    .says = wedding
option-new_family-divorced = Divorced
    .says = divorce
option-new_family-moved = Moved from another town
    .says = moved
option-new_family-from_abroad = Back from abroad
    .says = abroad
option-new_family-new_citizen = New citizen
option-new_family-vulnerable = Vulnerable person
    .says = vulnerable
option-new_family-foreigner = Foreigner with KITAP
    .says = foreigner
option-all_minor-no = Yes
    .says = yes
option-all_minor-yes = All are under 17
    .says = no, nobody
option-all_minor-head_lives = The head is alive
    .says = alive, still alive, not dead, did not die, nobody died
option-split-married = I got married
    .says = married
option-split-divorced = I got divorced
    .says = divorced
option-split-own = To live on my own
    .says = own, other
option-change-added = Adding a member
    .says = add, more
option-change-gone = Removing a member
    .says = remove, less
option-change-data = Data changed
    .says = data
option-change-child_moves = A child moves here
    .says = child moves
option-institution-bank = Bank
option-institution-bpjs = BPJS
option-institution-operator = Mobile operator
    .says = operator, sim card
option-institution-elsewhere = Elsewhere
    .says = other
option-card_change-data = Data changed
    .says = data
option-card_change-moved = Moved here
    .says = moved
option-photo_reason-changed = My looks changed
    .says = face
option-photo_reason-damaged = Card is damaged
    .says = damaged
option-photo_reason-dislike = I don't like it
    .says = dislike
option-past_kia-id_card = Apply for ID card
    .says = id card
option-past_kia-go_on = Still the KIA
    .says = kia
option-reason-moved = We moved
    .says = move
option-ikd_wish-activate = Activate
    .says = activation
option-ikd_wish-lost = Phone lost, changed
    .says = block, deactivate, phone lost, phone stolen, new phone, lost phone
option-ikd_wish-code = A code or PIN
    .says = code, pin, otp
option-movers-alone = One person
    .says = me, alone, myself, just me, only me
option-movers-family = The whole family
    .says = all, family
option-movers-some = Some of the family
    .says = some
option-head_moves-yes = Yes, too
    .says = yes
option-head_moves-no = No
    .says = stays
option-head_files-yes = Yes
    .says = i am
option-head_files-no = No
    .says = i am not
option-left_behind-adult = Yes
    .says = somebody
option-left_behind-minors = All are under 17
    .says = no, nobody
option-move_reason-work = Work
    .says = job
option-move_reason-school = Education
    .says = school
option-move_reason-safety = Safety
    .says = security
option-move_reason-health = Health
    .says = illness
option-move_reason-housing = Housing
    .says = house
option-move_reason-family = Family
    .says = relatives
option-move_reason-other = Other
    .says = else
option-moving_letter-have = Yes
    .says = have
option-moving_letter-none = No
    .says = none, not yet
option-abroad_for-year = A year or longer
    .says = year
option-abroad_for-shorter = Less than a year
    .says = less
option-stillbirth_proof-letter = Yes
    .says = have
option-stillbirth_proof-none = No
    .says = none
option-reporter-family = Family or heir
    .says = family, heir
option-reporter-rt = Head of the RT
    .says = rt
option-reporter-other = Somebody else
    .says = other
option-death_proof-letter = Yes, a death letter
    .says = yes, letter
option-death_proof-none = Not yet
    .says = no, none, not yet
option-death_proof-missing = Missing, never found
    .says = missing
option-death_proof-unidentified = Unknown body
    .says = unknown
option-death_proof-foreigner = A foreigner
    .says = foreigner
option-faith-other_faith = Not Muslim
    .says = christian, catholic, hindu, buddhist
option-faith-muslim = Muslim
    .says = islam
option-couple_age-adult = Both 21 or older
    .says = adult, over 21, 21 or older
option-couple_age-under_21 = One under 21
    .says = under 21
option-couple_age-under_19 = One under 19
    .says = under 19
option-before-never = Never
    .says = no
option-before-widowed = Yes, widowed
    .says = widowed
option-before-divorced = Yes, divorced
    .says = divorced
option-also_lost-none = Nothing
option-also_lost-kk = Family card
option-also_lost-ktp = ID card
option-also_lost-both = Family card and ID card
option-foreigner-none = No
    .says = none
option-foreigner-one = Yes
    .says = one
option-certificate_held-have = Yes
    .says = have
option-certificate_held-lost = Lost
    .says = no
option-wedded-yes = Yes
    .says = married
option-wedded-no = No
    .says = not yet
option-wedded-foreign_mother = Mother is foreign
    .says = foreign mother, foreigner
option-born_before-no = No
    .says = after
option-born_before-yes = Yes
    .says = before
option-which_certificate-kk = Family card
    .says = kk
option-which_certificate-birth = Birth
    .says = birth certificate
option-which_certificate-death = Death
    .says = death certificate
option-which_certificate-marriage = Marriage
    .says = marriage certificate
option-which_certificate-divorce = Divorce
    .says = divorce certificate
option-mistake-name = The name
    .says = name
option-mistake-else = Something else
    .says = else, date
option-withdrawn_by-court = By a court
    .says = court
option-withdrawn_by-office = The office's mistake
    .says = office

## Answers, read back

row-for_whom = For: { $picked ->
    [self] myself
    [same_kk] somebody on my family card
   *[other] somebody else, with an authority letter
    }
    .sms = { $picked ->
    [self] {""}
    [same_kk] same family card
   *[other] with authority letter
    }
row-parent = Asked by: { $picked ->
    [yes] a parent or the guardian
    [self] myself
   *[other] somebody else
    }
    .sms = { $picked ->
    [yes] parent
    [self] {""}
   *[other] somebody else
    }
row-birth_proof = { $picked ->
    [found] The child was found, parents unknown
   *[other] {""}
    }
    .sms = { $picked ->
    [found] child found
   *[other] {""}
    }
row-reporter = Reported by: { $picked ->
    [family] family or an heir
    [rt] the head of the RT
   *[other] somebody else, with an authority letter
    }
    .sms = { $picked ->
    [family] family
    [rt] head of the RT
   *[other] with authority letter
    }
row-name = Name: { $value }
    .sms = { $value }
row-applicant_name = Filed by: { $value }
    .sms = by { $value }
row-applicant_nik = NIK of who files: { $value }
    .sms = {""}
row-guardian_name = Parent or guardian: { $value }
    .sms = guardian { $value }
row-guardian_nik = NIK of the parent or guardian: { $value }
    .sms = {""}
row-heir_name = Heir: { $value }
    .sms = heir { $value }
row-heir_nik = NIK of the heir: { $value }
    .sms = {""}
row-nik = NIK: { $value }
    .sms = {""}
row-kk_number = KK number: { $value }
    .sms = {""}
row-village = Village: { $value }
    .sms = { $value }
row-child_name = Child: { $value }
    .sms = { $value }
row-birth_date = Born on: { $value }
    .sms = born { $value }
row-birth_place = Born in: { $value }
    .sms = in { $value }
row-sex = Sex: { $value }
    .sms = { $value }
row-child_number = Child no. { $value }
    .sms = child no. { $value }
label-reason = Lost or damaged
label-applicant_name = Filed by
    .sms = your name
    .says = my name, reporter's name
label-applicant_nik = NIK of who files
    .sms = your NIK
    .says = my nik, reporter's nik
label-guardian_name = Parent or guardian
    .sms = guardian
    .says = guardian's name, guardian, parent's name
label-guardian_nik = NIK of the parent or guardian
    .sms = guardian's NIK
    .says = guardian's nik, parent's nik
label-heir_name = Heir
    .says = heir's name
label-heir_nik = NIK of the heir
    .says = heir's nik
label-name = Name
    .says = full name, nama, my name
label-nik = NIK
    .says = my nik, nik number, id number, id card number
label-kk_number = KK number
    .says = kk, kk number, family card number, family card
label-village = Village
    .says = kelurahan, desa, address
label-child_name = Child
    .says = name of the child, baby's name, name
label-birth_date = Date of birth
    .sms = birth date
    .says = birth date, birthday, dob, born, date
label-birth_place = Place of birth
    .sms = birthplace
    .says = birth place, place
label-sex = Sex
    .says = gender
label-child_number = Which child
label-birth_proof = Proof of birth
    .sms = birth
label-marriage_proof = Marriage proof
    .sms = wedding
row-parents = { $picked ->
    [died] The parents have died
   *[alive] {""}
    }
label-parents = Parents alive
    .sms = parents
label-parent = Parent
label-for_whom = For whom
label-domicile = Family card's town
label-proof = Papers at hand
label-lodging = Home
label-new_family = Reason
label-all_minor = Adults left
label-split = Reason
label-change = Change
label-what_changes = The change
label-institution = Not found at
label-card_change = Reason
label-movers = Who moves
label-mover_names = Names of the movers
label-head_moves = Head of family moves
label-head_files = Head of family
label-move_date = Date of the move
    .says = moving date, date of leaving, date
label-new_town = City you move to
    .says = new city
label-left_behind = Who stays
label-move_reason = Reason
label-moving_to = Destination
label-new_street = New street
label-moving_letter = Moving letter
label-origin = From
label-country = Country
label-arrival_date = Arrival
    .says = date
label-passport_number = Passport no.
label-nationality = Nationality
label-stillbirth_proof = Letter
label-stillbirth_date = Date it happened
    .says = date
label-stillbirth_place = Place it happened
    .says = place
label-reporter = Reported by
label-death_proof = Proof of death
label-deceased_name = The deceased
    .says = name
label-deceased_nik = NIK of the deceased
label-death_date = Date of death
    .says = date
label-death_place = Place of death
    .says = place
label-couple_age = Age of the couple
label-before = Married before
label-also_lost = Also lost
label-foreigner = Foreigner
label-husband_name = Husband
label-husband_nik = Husband's NIK
label-wife_name = Wife
label-wife_nik = Wife's NIK
label-marriage_date = Wedding
    .says = wedding date, date
label-certificate_held = Certificate at hand
label-ruling_date = Ruling of
    .says = date
label-wedded = Religious wedding
label-born_before = Born before wedding
label-new_name = New name
label-which_certificate = Document
label-mistake = What is wrong
label-correct_text = Should say
label-withdrawn_by = Withdrawn by
label-why = Reason
label-still_have = Still has the PDF
label-enrolled = Enrolled
label-under_age = Under 17
label-photo_reason = Reason
label-past_kia = 17 or older
label-ikd_wish = IKD
label-abroad_for = How long abroad
label-faith = Faith

## When a paper is needed, where option and question alone would not tell it

if-head_files-no = filed by somebody else than the head of family
if-for_whom-other = for somebody else
if-parents-died = if both parents have died
if-parent-no = for somebody else's child
if-birth_proof-found = for a child that was found
if-wedded-foreign_mother = the mother is a foreigner
if-reporter-other = reporter not of the family
if-marriage_proof-have = with a marriage book or certificate
if-marriage_proof-none = without marriage proof
if-birth_proof-letter = with a birth letter
if-birth_proof-none = without a birth letter
if-foreigner-one = a foreigner among them
if-lodging-lodger = renting or lodging
if-moving_letter-have = if you have it

## Papers

paper-extra = other photo
paper-police_letter = police loss letter
    .says = police letter, loss letter, police report
paper-police_letter-photo = the original police loss letter
lost-ktp = ID card
lost-kk = family card
lost-kia = child card
lost-certificate = certificate
lost-other = other things
paper-damaged_kk = damaged family card
    .says = family card, kk
paper-damaged_kk-needed = the damaged family card
paper-damaged_kk-photo = the damaged family card
paper-ktp = ID card
    .says = ktp
paper-ktp-photo = the original ID card, front side
paper-birth_letter = birth letter
    .says = birth letter, hospital letter
paper-birth_letter-photo = the birth letter from the hospital or midwife
paper-birth_statement = form F-2.03
paper-birth_statement-photo = the statement on the birth (F-2.03) with 2 witnesses
paper-marriage_book = marriage book
    .says = marriage book, marriage certificate
paper-marriage_book-photo = the marriage book or certificate
paper-couple_statement = form F-2.04
paper-couple_statement-photo = the statement as husband and wife (F-2.04) with 2 witnesses
paper-kk = family card
    .says = kk
paper-kk-photo = the original family card
label-paper-ktp = Photo of ID card
label-paper-kk = Photo of family card
paper-authority_letter = authority letter F-1.07
    .says = authority letter
paper-authority_letter-photo = the stamped authority letter F-1.07
paper-birth_certificate = birth certificate
    .says = birth certificate
paper-birth_certificate-photo = the birth certificate
paper-marriage_certificate = marriage certificate
paper-marriage_certificate-photo = the marriage certificate
paper-divorce_certificate = divorce certificate
paper-divorce_certificate-photo = the divorce certificate
paper-unrecorded_marriage = form F-1.05
paper-unrecorded_marriage-photo = the statement on an unrecorded marriage or divorce (F-1.05)
paper-guardian_statement = guardian's statement
paper-guardian_statement-photo = the guardian's statement
paper-head_consent = consent of the head of family
paper-head_consent-photo = the signed consent of the head of the family
paper-owner_statement = house owner's consent
paper-owner_statement-photo = the house owner's statement of consent
paper-skpwni = moving letter (SKPWNI)
    .says = moving letter
paper-skpwni-photo = the moving letter (SKPWNI)
paper-abroad_letter = SKPLN or embassy letter
paper-abroad_letter-photo = the SKPLN or the letter of the Indonesian mission
paper-passport = passport
paper-passport-photo = the passport, data page
paper-stay_permit = ITAS or KITAP card
paper-stay_permit-photo = the ITAS or KITAP card
paper-certificate = certificate
paper-certificate-photo = the certificate at hand
paper-court_decision = court ruling
paper-court_decision-photo = the copy of the court ruling
paper-death_letter = death letter
    .says = death letter
paper-death_letter-photo = the death letter from hospital, doctor or village
paper-death_certificate = death certificate
paper-death_certificate-photo = the death certificate
paper-missing_ruling = court ruling
paper-missing_ruling-photo = the court ruling on the missing person
paper-police_report = police report
paper-police_report-photo = the police report on the body
paper-foundling_report = police record
paper-foundling_report-photo = the police record of how the child was found
paper-event_proof = proof
paper-event_proof-needed = proof (certificate, diploma or other)
paper-event_proof-photo = the proof: certificate, marriage book, diploma or other
paper-citizenship_decree = citizenship decree
paper-citizenship_decree-photo = the decree on citizenship
paper-religious_marriage = letter of the clergy
paper-religious_marriage-photo = the wedding letter of the clergy
paper-rt_letter = RT/RW letter
paper-rt_letter-photo = the original RT/RW letter
paper-education_proof = proof of education
paper-education_proof-photo = the latest diploma or school report
paper-no_papers_statement = form F-1.04
paper-no_papers_statement-photo = the statement of having no papers (F-1.04)
paper-identity_letter = identity letter
paper-identity_letter-photo = the letter in place of an identity card
paper-change_statement = form F-1.06
paper-change_statement-photo = the statement of changed data (F-1.06)
paper-damaged_ktp = damaged ID card
    .says = id card, ktp
paper-damaged_ktp-photo = the damaged ID card
paper-damaged_kia = damaged child card
    .says = child card, kia
paper-damaged_kia-photo = the damaged child card
paper-suket = suket
paper-suket-photo = the suket, or the proof of enrolment
paper-child_photo = child's photo 2x3
paper-child_photo-read = child
paper-child_photo-photo = the child in colour, 2x3 (bring 2 prints to the hand-over)
paper-stillbirth_letter = stillbirth letter
paper-stillbirth_letter-photo = the stillbirth letter from hospital or midwife
paper-parents_statement = parents' statement
paper-parents_statement-photo = the parents' statement about the stillbirth
paper-couple_photo = photo of the couple 4x6
paper-couple_photo-read = couple
paper-couple_photo-photo = the couple side by side in colour, 4x6
paper-couple_ids = ID cards of both
paper-couple_ids-photo = the ID cards of husband and wife, front side
paper-witness_ids = ID cards of 2 witnesses
paper-witness_ids-photo = the ID cards of 2 witnesses
paper-parents_consent = parents' consent
paper-parents_consent-photo = the parents' letter of consent
paper-embassy_permit = embassy's permit
paper-embassy_permit-photo = the permit of the foreigner's embassy
paper-lost_statement = statement of loss
paper-lost_statement-photo = the statement that the marriage certificate is lost
paper-acknowledgement = father's acknowledgement
paper-acknowledgement-photo = the father's acknowledgement with the mother's consent
paper-authentic_proof = authentic proof
paper-authentic_proof-photo = the authentic proof: diploma, marriage book or passport
paper-name_statement = statement on the name
paper-name_statement-photo = the statement (SPTJM) on the name with 2 witnesses
paper-oath_record = record of the oath
paper-oath_record-photo = the record of the oath

## Where a paper is got, for who has none

lacking-police_letter = The loss letter is written at the nearest police station.
lacking-kk = Family card lost or damaged? Type KK HILANG.
lacking-ktp = ID card lost or damaged? Type KTP HILANG.
lacking-birth_certificate = No birth certificate yet? Type AKTA LAHIR. Lost? Type AKTA HILANG.
lacking-birth_letter = The birth letter is written by the hospital, clinic or midwife of the birth.
lacking-marriage_book = A lost marriage book is replaced at the KUA.
lacking-death_letter = The death letter is written by a hospital or doctor; after a death at home, by the village.
lacking-death_certificate = No death certificate yet? Type AKTA KEMATIAN.
lacking-skpwni = The moving letter is made by the Disdukcapil of the old home.
lacking-court_decision = Ask for a copy at the court that ruled.
lacking-rt_letter = The letter is written by the heads of RT and RW.
lacking-passport = Passports are made at the immigration office.
lacking-stay_permit = ITAS and ITAP cards are made at the immigration office.
lacking-religious_marriage = The letter is written by the clergy who wedded them.

## What ends the chat, or is said beforehand

death-letter-first = The hospital or doctor writes the death letter; after a death at home the kelurahan or village does (through the RT). FREE. Once you have it, type DEATH CERTIFICATE.
kk-print-again = Open the PDF or link and print it on white A4, 80 g. It is valid; you need no new request. FREE.
ktp-enrol-first = Enrol first at the kecamatan office: come yourself, with a copy of the family card. Then write FIRST ID CARD here. FREE.
kia-instead = A child under 17 has a KIA. Write KIA to apply here. FREE.
head-lives = A head of the family who is alive is changed as data of the family card, with the paper that shows why. Write CHANGE FAMILY CARD. FREE.
at-home-office = An ID card with changed data is made by the Disdukcapil of your family card. If the data is unchanged, this office can print it. FREE.
foundling-certificate-first = A child that was found: the birth certificate first, with the police report. Family card and KIA follow. Write FOUNDLING CERTIFICATE. FREE.
kk-split-from-17 = A child under 17 stays on a parent's or guardian's family card. To move to another one, write CHANGE FAMILY CARD. FREE.
photo-stays = The photo is replaced only if your looks changed for good or the card is damaged (Permendagri 74/2015). The card is valid for life. Not sure? Type OFFICER.
ktp-instead = From 17 on it is an ID card. Not enrolled yet? Write ENROLMENT. Enrolled? Write FIRST ID CARD. FREE.
abroad-short = For less than a year you need no moving letter. ID card and family card stay valid. FREE.
marriage-at-kua = Muslim marriages are recorded at the KUA; the marriage book is the proof. Then update the family card here: write NEW FAMILY CARD. FREE.
divorce-at-court = For Muslims the divorce certificate comes from the religious court. Then update the family card here: write CHANGE FAMILY CARD. FREE.
ikd-fraud = Beware of fraud. We have no IKD code and never ask for a code or PIN. Give yours to nobody and open no APK file. Did somebody ask? Type PUNGLI.
nik-misused = We are sorry this happened. Do not pay a debt that is not yours. Report it to the lender, OJK (157) and the police, and keep the proof. An officer can check and correct your NIK data: type OFFICER.
    .sms = Do not pay a debt that is not yours. Report it to the lender, OJK (157) and police; keep proof. An officer can check your NIK data: reply OFFICER.
scam-fell-for = Do this now:
    - Do not answer them again, and give no other code.
    - Is an APK installed? Turn off the phone's internet, then delete the app.
    - A banking app on the phone? Call your bank now.
    - Type OFFICER to have an officer check your IKD. Report them: type PUNGLI.
    .sms = Now: do not answer them, give no other code. An APK? Turn off the internet, delete it. A banking app? Call the bank. To check your IKD reply OFFICER. Report: reply PUNGLI.
ikd-lost = An officer switches IKD off on the old phone, then it is activated on the new one: come to any Disdukcapil with your ID card. Stolen? Have the operator block the number, and type OFFICER. FREE.
    .sms = An officer switches IKD off on the old phone and on again on the new: come with your ID card. Stolen? Have the number blocked; reply OFFICER. FREE.
ikd-pin-anew = Forgot the IKD PIN? It is set anew in front of an officer{ $known ->
    [yes] : { $office }, { $address }. Open { $hours }. FREE.
   *[no] , at any Disdukcapil. FREE.
    }
scam-do-not = DO NOT. That is fraud: do not click the link, do not give a PIN or OTP, do not send money. Our links come from this chat only and end in .go.id. Somebody asks? Type COMPLAINT.
    .sms = DO NOT. That is fraud: no click on the link, no PIN or OTP, no money. Our links come from this number only and end in .go.id. Report it: reply COMPLAINT.
condolences = We are sorry for your loss.
kk-new-number = The family card will get a new number.
centre-decides = The centre decides; we tell you the result.
old-card-taken = You hand in the old card when you get the new one.
photo-at-office = The photo is taken at the office, so please come in person.
cards-stay = You keep your ID card and child card.
cards-swapped = Old ID cards and child cards are swapped for new ones.
card-withdrawn = The ID card is withdrawn and the family card is changed.
spelling-needs-no-court = Only misspelt? That needs no court: write CORRECT CERTIFICATE.
old-copy-helps = A photo or copy of the old certificate helps the officer find it.
old-stays-valid = Your old document stays valid; you do not have to change it.
enrol-at-office = { $known ->
    [yes] Enrolment needs you yourself: photo, fingerprints, iris, signature. Bring the family card to { $office }, { $address }. Open { $hours }.
   *[no] Enrolment needs you yourself: photo, fingerprints, iris, signature. Bring the family card to the Disdukcapil or kecamatan office.
    } Enrolled before? Do not enrol again, write FIRST ID CARD. FREE.
    .sms = { $known ->
    [yes] Enrolment: come yourself with the family card. { $office }, { $address }. Open { $hours }.
   *[no] Enrolment: come yourself with the family card to the Disdukcapil or kecamatan.
    } Enrolled before? Not again, write FIRST ID CARD. FREE.
ikd-at-office = { $known ->
    [yes] IKD is activated in front of an officer: { $office }, { $address }. Open { $hours }.
   *[no] IKD is activated in front of an officer, at any Disdukcapil.
    } Bring your own phone with the app installed, your ID card and an e-mail address. We ask for no data or code by chat. FREE.
    .sms = { $known ->
    [yes] IKD is activated in front of an officer: { $office }, { $address }. Open { $hours }.
   *[no] IKD is activated in front of an officer, at any Disdukcapil.
    } Bring phone, ID card, e-mail. We ask for no code. FREE.

## Documents

document-kartu_keluarga = Family card
document-kutipan_akta_kelahiran = Birth certificate
document-tanda_terima_surat = Letter of receipt
document-card = ID card
document-kia = KIA
document-biodata_wni = Biodata
document-catatan_pinggir = Note in the certificate
document-kutipan_akta_kematian = Death certificate
document-kutipan_akta_perkawinan = Marriage certificate
document-kutipan_akta_perceraian = Divorce certificate
document-kutipan_akta_pengakuan_anak = Certificate of acknowledgement
document-kutipan_akta_pengesahan_anak = Certificate of legitimation
document-surat_lahir_mati = Stillbirth letter
document-surat_pindah = Moving letter (SKPWNI)
document-surat_pindah_luar_negeri = Letter of moving abroad
document-surat_datang_luar_negeri = Letter of return
document-surat_tempat_tinggal = SKTT
document-surat_pembatalan_akta = Letter of withdrawal
document-surat_pembatalan_perkawinan = Letter of annulment
document-surat_pembatalan_perceraian = Letter of annulled divorce
