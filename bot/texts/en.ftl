# Everything Loket says in English. The keys are those of id.ftl; a test holds the two together.

## First contact

notice = { $salam ->
    [yes] Waalaikumsalam. This is Loket, { $office }: automatic answers, officers decide, FREE. We never ask for an OTP or IKD PIN.
   *[no] This is Loket, { $office }: automatic answers, officers decide, FREE. We never ask for an OTP or IKD PIN.
    }{ $news ->
    [none] {""}
   *[other] {" "}{ $news }
    }
    Answers and photos serve this request (civil registration law), deleted { $days } days after it ends. WhatsApp uses servers abroad. Your rights: { $rights }
    Continue on WhatsApp?
    .sms = Loket { $office }. FREE except SMS. Data is for this request; photos are deleted { $days } days after it ends. Rights: reply MY DATA. Bahasa: INDONESIA. Or visit us.{ $news ->
    [none] {""}
   *[other] {" "}{ $news }
    }
    .web = This is Loket, { $office }: automatic answers, officers decide, FREE. We never ask for an OTP or IKD PIN.{ $news ->
    [none] {""}
   *[other] {" "}{ $news }
    }
    Answers and photos go straight to the office's server, serve this request (civil registration law), deleted { $days } days after it ends. Your rights: { $rights } Without chat, everything is also at the office.
notice-again = Choose Continue if WhatsApp is fine.
    .web = Choose Continue if you agree.
notice-again-officer = Choose Continue if WhatsApp is fine. Rather have an officer's help? Type OFFICER.
    .web = Choose Continue if you agree. Rather have an officer's help? Type OFFICER.
other-ways = { $known ->
    [yes] Please come to { $office }, { $address }. Open { $hours }. Bring the original papers. FREE.
   *[no] Please come to the Disdukcapil of your regency or city. Bring the original papers. FREE.
    } You can also continue on WhatsApp.
    .web = { $known ->
    [yes] Please come to { $office }, { $address }. Open { $hours }. Bring the original papers. FREE.
   *[no] Please come to the Disdukcapil of your regency or city. Bring the original papers. FREE.
    } You can also continue here.
option-continue = Continue
    .says = yes, y, ok, okay, sure, lanjut
option-other-ways = Other ways
    .says = other, no
option-english = English
    .says = english
option-indonesian = Bahasa Indonesia
    .says = indonesian, indonesia, bahasa
ask-language = Which language?
language-set = We continue in English.
language-guessed = We continue in English. Bahasa Indonesia? Type INDONESIA.
    .sms = We continue in English. Bahasa Indonesia? Reply INDONESIA.

## Menu

menu = { $unsent ->
    [none] {""}
   *[other] Your answers for { $unsent } are kept: type CONTINUE.{" "}
    }{ $news ->
    [none] {""}
   *[other] { $news }{" "}
    }{ $how ->
    [salam] Waalaikumsalam. This is Loket { $office }. How can we help?
    [greeting] Hello, this is Loket { $office }. How can we help?
    [unclear] Sorry, we did not understand. Which do you mean?
    [papers] For which service?
    [number] We read the number. For which service?
   *[plain] How can we help?
    }
option-resume = Go on filling in
    .says = continue, go on
menu-unclear = Sorry, we did not understand. Try 2-3 words: lost ID card, birth certificate, status.
not-understood-second = Try 2-3 words: lost ID card, birth certificate, status. Or type MENU.
why-nik = We need the NIK to find the data. An officer answers that question: type OFFICER.
why-kk_number = We need the family card number to find the family. An officer answers that question: type OFFICER.
why-name = The name stands in the form. An officer answers your question: type OFFICER.
why-photo = An officer checks the paper from its photo, and answers your question: type OFFICER.
why-other = This stands in the form. An officer answers your question: type OFFICER.
question-for-officer = An officer can answer that: type OFFICER.
question-again = Let us ask once more. Want a person to help? Type OFFICER.
    .sms = Want a person to help? Reply OFFICER.
which-three = Sorry, we did not understand. Which do you mean?
which-two = Which do you mean?
which-one = Do you mean this?
which-start = { $service }: start now?
which-next-child = The next of the twins: start now?
several-wishes = { $first } first. After that: { $others }.{ $letter ->
    [one] {" "}Ask the police for one letter about all of it.
   *[own] {""}
    }
lost-as-well = The { $thing } is lost too: no photo of it is needed here. Ask the police for one letter about both.{ $next ->
    [yes] {" "}We come to its replacement after this.
   *[no] {""}
    }
wished-as-well = { $service }: we come to it after this.
twins-one-by-one = Twins: one request for each child. One child first; for the next, what they share is not asked again.
which-switch = That is another request: { $service }. These answers are kept.
option-neither = Neither
    .says = none, no
option-not-that = Not that
    .says = no
option-begin = Start
    .says = start now, yes, y, ok, okay, please
option-go-on = Let's go on
    .says = go on, no, later
option-help = Help
option-delivery = Post or pick-up
option-verify = Check a document
option-van = Mobile van
elsewhere-village = That letter comes from the village office, not from us. Type MENU for our services.
elsewhere-marriage_letter = A letter that you are unmarried, and the N1, come from the kelurahan or desa. Your status on KK or KTP? Type CHANGE MARITAL STATUS.
elsewhere-wedding = Muslims marry at the KUA. Other faiths are recorded here: type MARRIAGE CERTIFICATE. Your status on KK and KTP afterwards: type CHANGE MARITAL STATUS.
elsewhere-marriage_office = KUA gives the marriage book. A marriage certificate (not Islamic)? Type AKTA KAWIN HILANG.
elsewhere-bpjs = BPJS Kesehatan changes the clinic: Mobile JKN or 165. Type MENU for our services.
elsewhere-bank = Your bank does that. Does it refuse your NIK? Type NIK NOT FOUND.
elsewhere-election = KPU does that. A new address on the ID card? Type MOVING.
elsewhere-school = The school does that. A new address on the ID card? Type MOVING.
elsewhere-work = We do not do that. Another job on the family card? Type UBAH KK. A new address? Type MOVING.
elsewhere-religion = Religion is changed with the data of the family card. Type UBAH KK.
elsewhere-animal = We register residents, no animals. Type MENU for our services.
elsewhere-account = We do not do that. The name or photo on the ID card? Type UBAH KTP.
elsewhere-hospital = The hospital keeps medical records. To enrol for an ID card, type REKAM KTP.
elsewhere-car = Samsat or the dealer does that. Type MENU for our services.
elsewhere-driving = Driving licences are the police's (Satpas Polres). Type MENU for our services.
elsewhere-move_undone = Not moving after all? Not issued yet: type CANCEL. SKPWNI issued: type OFFICER.
not-ours = The civil registry does not do that. Type MENU for our services, or OFFICER.
group-kk = Family card
    .says = kk, family card
group-ktp = ID card
    .says = ktp, id
group-kia = Child card
    .says = kia
group-birth = Birth certificate
    .says = birth
group-death = Death certificate
    .says = death
group-marriage = Marriage, divorce
    .says = marriage, divorce
group-move = Moving
    .says = move
group-ikd = Digital ID
    .says = ikd
group-suket = Suket to ID card
    .says = suket
group-correct = Correct a record
    .says = correct, change name
group-nik = NIK not found
    .says = nik
group-other = More
    .says = other
option-status = My requests
    .says = status
option-my-data = My data
option-complaint = Complaint
    .says = bribe
option-talk-to-officer = An officer
    .says = officer
ask-service = Which one?
list-button = Choose


## Words that work everywhere

help = Type BACK, CANCEL, MENU, STATUS, OFFICER or LANGUAGE at any time.{ $known ->
    [yes] {" "}{ $office }: { $address }, open { $hours }.
   *[no] {""}
    } The service is FREE.
    .sms = Reply BACK, CANCEL, MENU, STATUS, OFFICER or LANGUAGE at any time. FREE.
told-delivery = { $fee ->
    [none] ID cards and child cards go by post (paid to the courier), or are picked up (FREE).
    [office] ID cards and child cards are delivered or picked up, both FREE.
   *[other] ID cards and child cards go by post ({ $fee }, paid to the courier), or are picked up (FREE).
    } Other documents come as PDF. We ask you once it is printed; tracking number and stage: type STATUS.
    .sms = { $fee ->
    [none] ID and child cards go by post, or are picked up (FREE).
    [office] ID and child cards are delivered or picked up (FREE).
   *[other] ID and child cards go by post ({ $fee }), or are picked up (FREE).
    } Tracking: reply STATUS.
told-verify = Scan the QR at the bottom right of the document. The page must end in .go.id: green is genuine, yellow means there is a newer one. Documents with a QR and ID cards need no legalisation; older ones signed by hand stay valid.
    .sms = Scan the document's QR; its page must end in .go.id. Green is genuine, yellow: there is a newer one. No legalisation needed.
told-van = Ask an officer for the rounds of the mobile van and for visits: type OFFICER.{ $known ->
    [yes] {" "}{ $office }: { $address }, open { $hours }.
   *[no] {""}
    }
    .sms = Mobile van: reply OFFICER.
van-visits = { $how ->
    [here] The mobile van comes to { $place }:
    [near] The mobile van has no date for { $place } yet. Near it:
   *[all] When the mobile van comes:
    }
    { $visits }
    { $room ->
    [yes] Choose one for a place in the queue. FREE.
   *[no] All places are taken.
    }
    .sms = { $how ->
    [here] Mobile van at { $place }:
    [near] No mobile van at { $place } yet. Near it:
   *[all] Mobile van:
    } { $room ->
    [yes] reply a number for a place in the queue, FREE.
   *[no] all places are taken.
    }
van-line = { $when }: { $spot }, { $village }. Services: { $services }.{ $left ->
    [0] {" "}No place is left.
   *[other] {""}
    }
    .sms = { $when } { $spot }
van-none = The mobile van has no date for { $place } yet.
van-where = Where do you wait for the mobile van? Type MOBILE VAN and the name of the village or kecamatan.
    .sms = Reply MOBILE VAN and the name of the village or kecamatan.
van-kk = The number of the family card of who comes ({ $when })? One place in the queue for one family. Type FORGOT if you don't remember.
    .sms = The family card number of who comes? One place for one family. Reply FORGOT if you don't remember.
van-people = How many people come?
van-booked = Your place in the queue: { $number }, for { $n } people. { $when }: { $spot }, { $village }. Code: { $code }.
    Show this ticket and bring the original family card. FREE. Asked for money? Type PUNGLI. Can't come? Type CANCEL.
    .sms = Queue no. { $number }, code { $code }, { $n } people: { $when }, { $spot }. Bring the family card. FREE. Asked for money? Reply PUNGLI. Can't come? Reply CANCEL.
van-full = The last place there was taken just now.
van-gone = That visit is over or was called off.
van-twice = This family has a place at the mobile van already. See it: type STATUS. Another date: type CANCEL, then book again.
    .sms = This family has a place already. See it: reply STATUS. Another date: reply CANCEL, then book again.
van-taken = This family has a place at the mobile van already, taken by another telephone number. See or change it there. Was it not your family? Type OFFICER.
    .sms = This family has a place already, by another number: see or change it there. Not your family? Reply OFFICER.
van-many = Many families were booked from this number already. More? Type OFFICER.
    .sms = Many families were booked from this number already. More? Reply OFFICER.
van-cancel-sure = Cancel { $number }? The place goes to somebody else.
van-cancelled = Your place { $code } is cancelled. Other dates: type MOBILE VAN.
    .sms = Your place { $code } is cancelled. Other dates: reply MOBILE VAN.
van-kept = All right, you keep your place.
van-standing = Mobile van: no. { $number } in the queue, code { $code }. { $when }, { $spot }, { $village }.
    .sms = Mobile van: no. { $number }, code { $code }. { $when }, { $spot }.
van-reminder = Tomorrow the mobile van comes: { $when }, { $spot }, { $village }. No. { $number } in the queue, code: { $code }. Bring the original family card. FREE. Can't come? Type CANCEL.
    .sms = Mobile van tomorrow: { $when }, { $spot }. No. { $number }, code { $code }. Bring the family card. FREE. Can't come? Reply CANCEL.
van-moved = Sorry, the mobile van of { $day } was moved. Now { $when }: { $spot }, { $village }. Reason: { $reason }. Code { $code } stays good. Can't come? Choose another date, or type CANCEL.
    .sms = Sorry, the mobile van of { $day } was moved to { $when }, { $spot }. Code { $code } stays good. Can't come? Choose another date or reply CANCEL.
van-change-moved = moved
van-called-off = Sorry, the mobile van of { $day } at { $spot } was called off. Reason: { $reason }. Choose another date; nothing is asked again.
    .sms = Sorry, the mobile van of { $day } at { $spot } was called off. Choose another date; nothing is asked again.
van-change-cancelled = called off
tag-van = Mobile van
ikd-telephone = You can take a place in the queue here. Is the telephone your own (one telephone, one person), Android 7.1 or later or an iPhone, with internet, and are you used to it?
    .sms = A queue number? Own Android 7.1+ or iPhone, internet, used to it?
ikd-card = Were you enrolled for the ID card (photo, fingerprints, iris)?
ikd-without = That is all right. The ID card itself stays good for everything, without IKD. Is it lost, damaged, or not made yet? Type KTP, we help now. A telephone that suits one day? Type IKD.
    .sms = That is all right: the ID card itself stays good for everything. Lost, damaged, not made yet? Reply KTP. A telephone that suits one day? Reply IKD.
ikd-enrol-first = Enrol for the ID card first, IKD comes after. Type ENROL KTP for place and hours, or MOBILE VAN for dates near you. FREE.
    .sms = Enrol for the ID card first, IKD comes after. Place and hours: reply ENROL KTP. Near you: reply MOBILE VAN. FREE.
ikd-line = { $when }: { $spot }, { $village }
ikd-slots = Activation of IKD:
    { $visits }
    Choose one for a place in the queue. FREE.{ $agencies ->
    [yes] {" "}Has your agency a session of its own? Type its name.
   *[no] {""}
    }
    .sms = Activation of IKD: reply a number for a place in the queue, FREE.{ $agencies ->
    [yes] {" "}Your agency has a session? Reply its name.
   *[no] {""}
    }
ikd-agency = There are no places for everybody yet; just come in the office's hours. Has your agency a session of its own? Type its name, such as DINAS KESEHATAN.
    .sms = No places for everybody yet; come in the opening hours. Your agency has a session? Reply its name.
ikd-come = All right. IKD is activated without a number, too: just come in the opening hours. The ID card itself stays good.
    .sms = All right. Just come in the opening hours. The ID card itself stays good.
ikd-not-by-chat = The QR and the code are on the officer's screen alone, never in a chat. Did somebody send or want one? That is fraud: type PUNGLI.
    .sms = The QR and the code are on the officer's screen alone, never by SMS. Did somebody send or want one? Fraud: reply PUNGLI.
ikd-booked = Your place in the queue for IKD: { $number }. { $when }: { $spot }, { $village }. Code: { $code }.
    Show this ticket. Bring your own telephone with the IKD app installed, your ID card, and e-mail. Not sure the telephone suits? The officer looks. This ticket is no activation code: that is on the officer's screen alone. FREE. Can't come? Type CANCEL.
    .sms = IKD: queue no. { $number }, ticket { $code }, { $when }, { $spot }. Bring your own telephone, ID card, e-mail. The activation code is with the officer alone. FREE. Can't come? Reply CANCEL.
ikd-twice = You have a place for IKD already. See it: type STATUS. Another date: type CANCEL, then IKD.
    .sms = You have a place for IKD already. See it: reply STATUS. Another date: reply CANCEL, then IKD.
ikd-cancelled = Your place { $code } is cancelled. Other dates: type IKD.
    .sms = Your place { $code } is cancelled. Other dates: reply IKD.
ikd-standing = Activation of IKD: no. { $number } in the queue, ticket { $code }. { $when }, { $spot }, { $village }.
    .sms = Activation of IKD: no. { $number }, ticket { $code }. { $when }, { $spot }.
ikd-reminder = Tomorrow your IKD is activated: { $when }, { $spot }, { $village }. No. { $number } in the queue, ticket: { $code }. Bring your own telephone, ID card and e-mail. FREE. Can't come? Type CANCEL.
    .sms = IKD tomorrow: { $when }, { $spot }. No. { $number }, ticket { $code }. Bring telephone, ID card, e-mail. FREE. Can't come? Reply CANCEL.
ikd-moved = Sorry, the IKD activation of { $day } was moved. Now { $when }: { $spot }, { $village }. Reason: { $reason }. Ticket { $code } stays good. Can't come? Choose another date, or type CANCEL.
    .sms = Sorry, the IKD activation of { $day } was moved to { $when }, { $spot }. Ticket { $code } stays good. Can't come? Choose another date or reply CANCEL.
ikd-called-off = Sorry, the IKD activation of { $day } at { $spot } was called off. Reason: { $reason }. Type IKD for other dates.
    .sms = Sorry, the IKD activation of { $day } at { $spot } was called off. Other dates: reply IKD.
option-ikd-no-agency = None
option-ikd-fit = Yes
    .says = i do, it is, i am, android, iphone, my own
option-ikd-unfit = No
    .says = i don't, it isn't, i am not, not mine, old phone, no phone
option-unsure = Don't know
option-ikd-enrolled = Yes
option-ikd-unenrolled = Not yet
tag-ikd = IKD activation
van-service-rekam = enrolment for the ID card
van-service-ktp = printing of ID cards
van-service-kk = family card
van-service-kia = child card
van-service-akta = certificates
van-service-ikd = digital ID
van-service-pindah = moving
cancel-whether = Cancel this request?
option-yes-cancel = Yes, cancel
    .says = yes, y, cancel, cancel it
cancelled = Cancelled. Nothing was sent.
nothing-to-cancel = There is nothing to cancel.
withdraw-which = Which request is to be withdrawn?
withdraw-sure = Withdraw { $number }? It will not be checked any more.
withdraw-too-late = { $cases } is approved, and the document is being made. Still to be withdrawn? Type OFFICER.
withdrawn = { $number } is withdrawn. Type MENU to apply again. FREE.
not-withdrawn = All right, the request goes on.
correction-which = In which request: { $label } becomes { $value }?
correction-sure = Note for { $number }: { $label } becomes { $value }?
option-yes-note = Yes, note it
    .says = yes, note, right, correct
option-not-meant = Not that
    .says = no, not that, dont
correction-not-noted = All right, nothing is noted. Write what to change and what it should be, or type MENU.
correction-passed = Noted for { $number }: { $label } becomes { $value }. An officer changes it; your place in the queue stays.
correction-by-officer = { $cases } was sent, so an officer changes it. Write its number, what to change, and what it should be.
nothing-sent = No request was sent from this number yet. Type MENU to begin.
idle = Type MENU to see the services.
resumed = Let's go on:
request-resumed = Let's go on: { $service }{ $who ->
    [none] .
   *[other] , { $who }.
    }
switched-off = { $service } is not on chat for now. Please come to { $office }, { $address }. Open { $hours }. FREE.
kept-for-later = Your answers are kept. Type CONTINUE when you are ready.
draft-nudge = { $lacks ->
    [photos] Your request for { $service } still lacks { $n ->
        [one] 1 photo
       *[other] { $n } photos
    }.
    [answers] Your request for { $service } is not complete yet.
   *[nothing] Your request for { $service } has not been sent yet.
    } Your answers are kept until { $until }. Go on?
draft-put-away = The answers of your request for { $service } are deleted, as they were not continued for long. Type MENU to begin again.
form-changed = Some questions have changed since last time. Your answers that still apply are kept.
stale-button = That button belongs to an earlier question.
weary = That is all right, take your time. Your answers are kept.
weary-mourning = We understand, this is hard. There is no hurry; your answers are kept. Rather a person? Type OFFICER.
weary-questions = Sorry, these are several questions; your answers are kept. Rather a person? Type OFFICER.
weary-ways = It can also wait, or an officer can help.
offer-officer = Shall we pass you to an officer?{ $stays ->
    [both] {" "}Your answers and place stay.
    [answers] {" "}Your answers stay.
    [place] {" "}Your place stays.
   *[nothing] {""}
    }
offer-in-words = Reply in words: { $options }.
option-to-officer = Yes, an officer
    .says = yes, officer
option-officer = Officer
option-menu = Menu
option-later = Later
    .says = not now
too-late = That has changed in the meantime. Type STATUS for the latest.
apology = Sorry, something went wrong on our side. Your message is safe. Please send it once more, or type OFFICER.
answer-late = Sorry, this answer is late because of a network fault. Your message is safe and you keep your place.
talk-lost = Sorry, we cannot open the record of this chat, so answers not sent yet must be given again. Requests you have sent are safe.
    .sms = Sorry, we cannot open the record of this chat. Answers not sent yet must be given again; requests you sent are safe.
answers-one-by-one = Many messages came from you at once. We have them all and answer one by one; please wait a moment.
    .sms = Many messages came from you at once. We have them all and answer one by one; please wait.
opted-out = { $runs ->
    [yes] We send no more notices; your request goes on. Check at any time: type STATUS.
   *[no] We send no more notices.
    } Want them again? Type START.
    .sms = { $runs ->
    [yes] We send no more notices; your request goes on. Check: reply STATUS.
   *[no] We send no more notices.
    } Want them again? Reply START.
opted-in = Our notices are on again.
notices-off = Our notices are still off. Type START so that we and the officers can write to you.
    .sms = Our notices are still off. Reply START to get them.

## Their data

my-data = Kept from this number: { $cases ->
    [0] {""}
   *[other] { $cases } requests,{" "}
    }{ $answers ->
    [none] {""}
   *[other] answers ({ $answers }),{" "}
    }{ $photos ->
    [0] {""}
   *[other] { $photos } photos,{" "}
    }the chat. A full copy is given once an officer has made sure this is you, within 3x24 hours.
    .sms = Kept: { $cases ->
    [0] {""}
   *[other] { $cases } requests,{" "}
    }{ $answers ->
    [none] {""}
   *[other] answers,{" "}
    }{ $photos ->
    [0] {""}
   *[other] { $photos } photos,{" "}
    }the SMS. A copy is given once an officer has made sure this is you, within 3x24 hours.
and-more = more
option-ask-copy = Ask for a copy
    .says = copy
option-correct-data = Correct data
    .says = correct, change
option-delete-data = Delete data
    .says = delete
my-data-wrong = Which data is wrong, and what should it be? Example: mother's name, should be Siti Contoh.
request-noted = Noted: { $number }. { $kind ->
    [access] An officer first makes sure this is you: come with your ID card, or wait to hear from us. The copy comes here by link and collection code,
   *[correct] An officer looks into it and answers here,
    } by { $due } at the latest.
data-asked-in-person = A request for { $kind ->
    [access] a copy of your data
    [correct] a correction of your data
   *[delete] deletion of your data
    }, { $number }, was noted { $came_by ->
    [letter] from your letter
   *[counter] at the office
    }. Was it not you? Type OFFICER.
copy-ready = The copy of your data { $number } is ready. Open { $link } with the collection code in the next message. Good for { $days } days.
copy-gone = The copy of data { $number } waited long and was deleted. Still needed? Type MY DATA.
    .sms = The copy of data { $number } waited long and was deleted. Still needed? Reply MY DATA.
data-corrected = { $number }: the data has been corrected. { $text }
data-request-refused = { $number } cannot be met yet. Reason: { $text } Type OFFICER to ask.
delete-when = Photos, answers and chat can be deleted; the state keeps its civil records. { $cases } is still running. When shall they go?
delete-now = Photos, answers, chat and PDF copies of this number are deleted now; the state keeps its civil records. Go on?
delete-recorded = { $number } is noted already: the data goes as soon as { $cases } is over.
delete-code = To make sure this is you, reply with the number { $code }. It is no OTP code; give it to nobody else.
deletion-open = Your data is not deleted yet.
delete-code-differs = That number is not the same yet.
option-after-the-end = After the end
    .says = later, after
option-cancel-and-delete = Cancel and delete
    .says = cancel, now
option-delete-now = Delete now
    .says = yes, now
option-do-not-delete = Do not delete
    .says = keep
option-never-mind = Never mind
    .says = no
not-deleted = Fine, nothing changes.
deletion-waits = Noted: { $number }. The data goes as soon as { $cases } is over.{ $complaint ->
    [none] {""}
   *[other] {" "}Complaint { $complaint } is kept until it is answered.
    }
deletion-begins = Noted: { $number }. The data is being deleted; we tell you when it is done. The state keeps its civil records.{ $complaint ->
    [none] {""}
   *[other] {" "}Complaint { $complaint } is kept until it is answered.
    }
deletion-withdrawn = { $number } is taken back. The data is kept for its usual time.
data-erased = { $number } is done. Deleted: answers of { $cases } requests, { $photos } photos, { $messages } messages. What stays: numbers and dates of requests, the civil records.

## Short questions

told-place = { $known ->
    [yes] { $office }: { $address }. Open { $hours }.
   *[no] Each regency has its own office. Write which, for example: office address Balikpapan.
    }
told-hours = { $known ->
    [yes] { $closed ->
        [none] {""}
       *[other] Closed on { $closed }.{" "}
        }{ $office } is open { $hours }. Here in the chat at any time.
   *[no] Each office differs. Write the regency, for example: opening hours Balikpapan.
    }
told-cost = Every service is FREE (UU 24/2013 Pasal 79A). { $fee ->
    [none] {""}
    [office] Delivery is FREE, and so is pick-up.{" "}
   *[other] Only the postage of { $fee } is paid to the courier; pick-up is FREE.{" "}
    }Asked for money? Type PUNGLI.
told-postage = { $fee ->
    [none] Postage is paid to the courier; it depends on the office.
    [office] Delivery is FREE, paid by the office.
   *[other] By post { $fee }, paid to the courier{ $elsewhere ->
        [none] {""}
       *[other] ; outside this regency or city { $elsewhere }
        }.
    } Pick-up is FREE.
told-carriage = { $kind ->
    [card] Post or pick-up, and the address: we ask once the card is printed.
   *[pdf] The document is a PDF, sent to this number. There is nothing to post or collect.
    }
told-duration = { $service } takes { $days } working days at most once the papers are complete.
told-durations = It takes { $least } to { $most } working days once the papers are complete, depending on the service.
told-no-rt-letter = No RT/RW letter is needed.{ $services ->
    [none] {""}
   *[other] {" "}Except for { $services }.
    }
told-rt-letter = { $service } needs an original RT/RW letter, except for a newborn.
told-proxy = Somebody else can do it. Family on the same card needs no letter; others bring the authority letter F-1.07 with a duty stamp. ID card enrolment and IKD need you in person.
    .sms = Somebody else can do it. Same family card: no letter; others: authority letter F-1.07. ID card enrolment and IKD need you in person.
what-authority-letter = F-1.07 is the authority letter: the owner of the data lets somebody else apply. With a duty stamp; not needed on the same family card.
what-birth-statement = F-2.03 is a statement of the birth, in place of a birth letter. Signed with 2 witnesses.
what-couple-statement = F-2.04 is a statement of being husband and wife, in place of a marriage proof. Both sign, with 2 witnesses.
what-unrecorded-marriage = F-1.05 states that a marriage or divorce is not on record yet. Both sign.
what-change-statement = F-1.06 states what changes on the family card. We fill it from your answers; you only sign.
what-no-papers = F-1.04 states that somebody has no population documents. We fill it; you only sign.
what-form = We fill that form from your answers. What needs a signature is sent to you or lies ready; there is nothing to buy.
what-statement = A statement stands in for a paper that is not there. We fill it; you sign, where asked with 2 witnesses.
what-moving-letter = The moving letter (SKPWNI) is made by the Disdukcapil you move from, for the one you move to.
what-birth-letter = A birth letter is made by the hospital, clinic, midwife or doctor who helped; it says when, where and who the mother is.
what-death-letter = A death letter is made by the hospital or doctor; for a death at home, by the kelurahan or village.
what-police-letter = The police loss letter reports that a document is lost. The nearest police station makes it.
what-marriage-book = The marriage book comes from the KUA for Muslims; the marriage certificate from Disdukcapil for others.
what-ikd = IKD is the ID card on a phone, activated in front of an officer. It is an addition: your card stays valid without it.
what-suket = A suket stands in for the ID card of who has enrolled while the card is not printed yet.
what-kia = KIA is the identity card of a child under 17.
what-nik = The NIK is your population number, 16 digits. It stands on your ID card, family card and BPJS card.
what-copy = A copy repeats what is stored or what the paper says; the original stays.
what-witness = Witnesses are two adults who know of it. They sign the statement; its photo is what you send here.
what-collection-code = The collection code is the PIN that opens your PDF. Type it on its page and give it to nobody.
what-tracking = The tracking number is that of your parcel. We send it here once the card is with Kantor Pos.
what-signature = TTE is the electronic signature of the head of office. The PDF with its QR is valid; print it yourself on A4.
what-enrolment = Enrolment takes your photo, fingerprints and iris for the ID card. In person only, FREE.
what-biodata = Biodata are your personal data in the Dukcapil system. The NIK comes from them.
helper-known = You may apply for others here. Not on the same family card: with the authority letter F-1.07.
told-unwed = A religious marriage alone gets no certificate. Muslims: register it at the KUA, whose marriage book is the proof. Others: at Dukcapil. The family card can say married, not recorded (form F-1.05). A birth certificate is possible (form F-2.04).
told-wedding = Muslim marriages are recorded at the KUA; its marriage book is the proof, with no certificate from Dukcapil. Others: a marriage certificate from Dukcapil.
told-validity = An ID card is valid for life, even if a year stands on it. There is nothing to renew. A child card is valid to the age of 5, then to 17.
told-self-print = Family cards and certificates are printed by yourself from the PDF, on white A4, 80 g; they are valid. Only the office prints ID and child cards.
told-portrait = The photo for the ID card is taken at enrolment; bring none. Only a child card from 5 years on (2x3) and a marriage certificate (4x6) need photos.
told-collect = An ID card is handed to its owner only, a child card to a parent or guardian.
told-elsewhere = A lost or damaged ID card without changed data, enrolment and IKD: at any office. All else at the Disdukcapil of your family card; by chat from anywhere.
noted-first = Noted.
agreed = Good.
sent-already = It has been sent already; there is no need to send it again.
told-paper = { $must ->
    [yes] Yes, the original is needed: { $paper }.
   *[no] This request needs no { $paper }.
    }
told-rest = Still needed: { $lacks }.
told-police = Any police station near you issues the loss letter. It is free: do not pay for it. Not yet? Type LATER when its photo is asked for.
    .sms = Any police station near you issues the loss letter. It is free.
told-original = Photograph the original, not a copy. Only a copy? Send it as it is; an officer decides.
guardian-asks = The guardian who cares for the child applies and signs; no authority letter of the parents is needed.
told-why-data = Answers and photos serve to find your record and to fill in the form (civil registration law). They are deleted { $days } days after it ends.
    .sms = Answers serve to find your record and fill in the form. They are deleted { $days } days after it ends.
told-safe = Answers and photos are kept encrypted, opened by officers only, and deleted { $days } days after it ends. WhatsApp uses servers abroad. What we keep of this number: type MY DATA.
    .web = Answers and photos go straight to the office's server, are kept encrypted, opened by officers only, and deleted { $days } days after it ends. What we keep of this number: type MY DATA.
    .sms = Answers and photos are kept encrypted, opened by officers only, deleted { $days } days after it ends. See: reply MY DATA.
told-genuine = This is Loket, { $office }. We never ask for an OTP, an IKD PIN or money, and our links end in .go.id.{ $known ->
    [yes] {" "}In doubt? Ask at { $address }.
   *[no] {" "}In doubt? Ask at the office.
    }
    .sms = This is Loket, { $office }. We never ask for an OTP, an IKD PIN or money. In doubt? Ask at the office.
told-phone = Officers are reached on this number: type OFFICER.{ $known ->
    [yes] {" "}{ $office }: { $address }, open { $hours }.
   *[no] {""}
    }
    .sms = Officers are reached on this number: reply OFFICER.
told-age = An ID card, and a family card of one's own, from 17, or once married. Younger ones have a child card: type KIA. Birth certificate and family card: any age.
told-age-soon = Enrolment for the ID card opens on the 17th birthday, or once married. Until then the child card counts. Once 17, type REKAM.
told-late = A late report is still taken, without a court.{ $days ->
    [none] {""}
   *[other] {" "}The limit is { $days } days.
    } A fine, if any, is set by local law.
told-papers = { $papers ->
    [none] { $service }: the papers depend on the case.
   *[other] { $service }. Original papers: { $papers }.
    }{ $perhaps ->
    [none] {""}
   *[other] {" "}If it applies: { $perhaps }.
    }
    .sms = { $papers ->
    [none] { $service }: the papers depend on your answers.
   *[other] { $service }. Original papers: { $papers }.{ $perhaps ->
        [none] {""}
       *[other] {" "}Other papers depend on your answers.
        }
    }{ $format ->
    [none] {""}
   *[other] {" "}Format: { $format }.
    }
told-papers-group = { $group }, original papers needed in any case:{ $lines }
    .sms = { $group }: type REQUIREMENTS and the service. For example: REQUIREMENTS FAMILY CARD LOST.
papers-vary = it depends
told-no-papers = { $service }: no papers are needed, only some answers.
told-format = Format of { $service }: { $format }.
told-format-family = Codes: { $codes }. Format: CODE#{ $fields }.
told-formats = Type FORMAT and the service. Example: FORMAT KTP HILANG.
if-under = under { $n } years
if-from = { $n } years or older
if-over_days = more than { $n } days

## Answers

example-nik = Only the digits, like this: 6471044506900000. It is on the family card and the BPJS card, too.
example-kk_number = Only the digits, like this: 6471041203150000. It is at the top of the family card.
example-name = Like this: Rina Contoh, as it stands on the ID card or certificate.
example-village = Only its name, like this: Karang Rejo. It is on the ID card, below the address.
example-birth_date = Day, month, then year, like this: 05-06-1990.
example-date = Day, month, then year, like this: 25-11-2026.
example-place = Only the city or regency, like this: Samarinda.
example-number = Only one number, like this: 3.
example-street = Like this: Jl. Contoh 1, RT 002/RW 003.
example-photo = Send the photo from the camera or the gallery.
example-option = Answer with one of the words, like this: { $option }.
    .sms = Answer with the number, like this: 1 for { $option }.
example-other = In short. If you are not sure, type OFFICER.
not-this-request = Not this request? Type MENU for others, or OFFICER.
choose-one = Choose one of these.
text-expected = Please write it in words.
text-long = That is { $n } letters, too long. Please make it shorter.
option-same = It is the same
    .says = same, yes, correct
option-retype = Type again
    .says = again, no
forgotten = No problem, an officer will look it up.
forgotten-nik = The NIK is on the ID card, the family card and the BPJS card. None of them? Type OFFICER.
forgotten-kk = The KK number is at the top of the family card. Not at hand? Type OFFICER.
forgotten-village = The village is on the family card and the ID card, below the address. Not at hand? Type OFFICER.
forgotten-date = Look on the ID card, family card, certificate or letter; we keep your answers. Nowhere? Type OFFICER.
forgotten-name = The full name is on the ID card, the family card or the certificate. None of them? Type OFFICER.
forgotten-other = The request needs this. Ask your family first; we keep your answers. Or type OFFICER.
ask-together = Write in one message, parted by commas: { $asked }.
several-read = We read: { $rows }.
nik-length = A NIK has 16 digits; we received { $n }.
nik-missing = A NIK has 16 digits, no letters.
nik-several = There is more than one number here. Write the NIK only.
nik-same = This is the same as the KK number. The NIK is on the ID card.
nik-taken = That NIK is already given for somebody else in this request.
nik-same-on-kk = This is the KK number. The NIK is on the family card, beside the name.
nik-odd-on-kk = The date in this NIK is unusual. Is it the same as on the family card?
nik-of-child = The owner of this NIK was born on { $born }, a child. Is it the adult's NIK?
nik-odd = The date in this NIK is unusual. Is it the same as on the ID card?
kk-length = A KK number has 16 digits; we received { $n }.
kk-missing = A KK number has 16 digits.
kk-several = There is more than one number here. Write the KK number only.
kk-same = This is the same as the NIK. The KK number is at the top of the family card.
kk-odd = The date in this KK number is unusual. Is it the same as on the family card?
kk-is-nik = This is a NIK. The KK number is at the top of the family card.
number-read = We read the letters in it as digits: { $number }. Is it the same?
name-expected = Write the person's full name and nothing else.
name-unclear = Write the full name in letters, no digits.
town-sure = Is this the town on the family card: { $name }?
name-sure = Is this the person's name: { $name }?
option-is-name = Yes, that is it
    .says = yes, y, right, correct
name-two = Is this the name of one person: { $name }? If there are two, write one name first.
name-long = A name has at most 60 letters; we received { $n }.
village-found = { $place }.
village-several = There are { $n } called { $name }. Which district?
village-in-district = In { $district } district, which village?
village-none = We cannot find { $name } yet. Which district (kecamatan)?
village-spell = Write the name of the village (kelurahan or desa).
village-outside = Your family card is from { $town }; this is done at Disdukcapil { $town }. A lost or damaged ID card with unchanged data can be replaced at another office.
    .sms = Your family card is from { $town }; this is done at Disdukcapil { $town }.
option-moved = I have moved here
    .says = moved, i moved
moved-here = If you live here now, register the move first: type MOVE HERE. Family card and ID card are replaced with it.
option-elsewhere = Not listed
    .says = no, other, none
date-missing = Write the date, with its year.
date-impossible = That date does not exist.
date-no-year = The year is missing.
date-year = Do you mean { $date }? If it was another year, write the year.
option-that-day = Yes, that day
    .says = yes, correct, right, this year
date-day = Which day of that month? Reply with the number.
date-several = There is more than one date. Write one only.
date-future = That date is still to come.
place-unclear = Write the name of the place, for example: Balikpapan.
place-is-site = The name of the city or regency is enough, for example: Balikpapan.
number-unclear = Answer with a number, for example: 2.
phone-unclear = Write a mobile number, for example: 0812 0000 0012.
looked-up-by-officer = looked up by an officer

## Questions

ask-office = For a family card of which regency or city?
office-unclear = We do not serve that regency or city on this number. Choose the one on your family card.

## Papers

papers-needed = { $remark ->
    [none] {""}
   *[other] { $remark }{" "}
    }We will need { $n ->
    [1] 1 original paper
   *[other] { $n } original papers
    }: { $papers }.
ask-paper-first = A photo of { $paper }, please. Not yet? Type LATER.{ $page ->
    [yes] {" "}By web page: type PAGE.
   *[no] {""}
    }
ask-paper-next = Then a photo of { $paper }.
ask-paper-last = Last, a photo of { $paper }.
ask-paper-form = { $sent ->
    [yes] We sent you form { $form }; type FORM to get it again.
   *[no] We have filled in form { $form }.
    } Print it, { $signing }, then send a photo. No printer? Type BRING: the form is ready at the office.
form-filled = Here is form { $form }, filled in. Print it and { $signing }.
form-at-office = Form { $forms } is filled in and ready to sign at { $office }.{ $known ->
    [yes] {" "}{ $address }, open { $hours }.
   *[no] {""}
    }
    .sms = Form { $forms } is filled in, ready at { $office }.{ $known ->
    [yes] {" "}Open { $hours }.
   *[no] {""}
    }
form-none = There is no form to sign at the moment.
sign-F-1-04 = sign it
sign-F-1-05 = both sign it
sign-F-1-06 = sign it
sign-F-1-07 = sign it over a duty stamp
sign-F-2-03 = sign it with 2 witnesses
sign-F-2-04 = both sign it with 2 witnesses
ask-papers-page = Original papers: { $papers }. Send photos by { $link } (once only) or type BRING to bring them to the office.
    .sms = Original papers: { $papers }. Photos by { $link } { $forms ->
    [none] (once only) or reply BRING to bring them to the office.
   *[other] or reply BRING; the forms are ready at the office.
    }
papers-by-page = Photos cannot be sent in this chat.
upload-page = Send them by { $link } (once only). We go on here when you are done.
way-comes = { $way ->
    [page] The page for photos comes when we ask for the papers.
   *[bring] Noted, you bring the papers to the office.
    }
page-finished = The papers from the page have arrived.
papers-to-bring = Noted: you bring { $papers } to { $known ->
    [yes] { $office }, { $address }. Open { $hours }.
   *[no] the office.
    }
    .sms = {""}
paper-taken = We have the photo of the { $paper }.
paper-read = { $paper } read{ $number ->
    [nik] , same NIK.
    [kk_number] , same number.
   *[none] .
    }
paper-read-dated = { $paper } read, dated { $date }.
paper-unseen = We can't see the words { $words } here. Is this { $paper }?
paper-differs = The number in the photo of the { $paper } is not the one you gave{ $photo ->
    [none] .
   *[other] : { $photo } in the photo, { $given } in your answer.
    } Is the photo right?
number-on-photo = { $label } on the { $paper }: { $number }. Right?
option-number-right = That is right
    .says = right, yes, correct, ok, that is it
option-number-typed = Type it
    .says = no, wrong, not right, another, other
paper-other-loss = This letter reports the loss of: { $lost }. We need a report of the lost { $wanted }. Is it the right letter?
papers-kept = { $papers } read, we keep it for now.
papers-kept-unread = We keep the photo of the { $papers } for now.
papers-again = We now use the newest photo: { $papers }.
papers-offered = We still have the photo of your { $papers } from request { $number }. Use it again?
number-not-needed = Never mind, what was sent from this number we find without it: type STATUS. Filed at the office or from another number? Type OFFICER.
    .sms = Never mind: reply STATUS. Filed at the office or from another number? Reply OFFICER.
told-before = For { $name }, as in { $number }? We use again: { $told }.
    .sms = For { $name } as in { $number }? We reuse: { $told }.
option-told-before = Yes, use it again
    .says = yes, y, ok, use it, same, the same, as before, correct
option-another-person = Somebody else
    .says = no, not them, another, someone else, other, another child
told-of-family = Still the same as in { $number }: { $told }?
told-parent-nik = a parent's NIK
option-another-family = Different
    .says = no, not the same, another, other, another family, another card
row-as-before = { $label }: as in { $number }
    .sms = { $label } as in { $number }
papers-used-again = { $papers }: we use it again.
papers-called = All right, the photos: { $papers }.
photo-which = Which of the photos is the { $paper }?
option-photo-1 = Photo 1
    .says = first, the first, the first one, no 1, 1
option-photo-2 = Photo 2
    .says = second, the second, the second one, no 2, 2
option-photo-3 = Photo 3
    .says = third, the third, the third one, no 3, 3
option-photo-4 = Photo 4
    .says = fourth, the fourth, the fourth one, no 4, 4
option-photo-5 = Photo 5
    .says = fifth, the fifth, the fifth one, no 5, 5
option-none-of-these = None
    .says = no, none of them, neither
photo-for-this = { $place ->
    [0] Is the earlier photo for this: { $paper }?
   *[other] Is earlier photo number { $place } for this: { $paper }?
    }
paper-lacking = { $where ->
    [none] {""}
   *[other] { $where }{" "}
    }Type LATER and we keep your answers and photos. Cannot be had? Type PETUGAS.
photo-expected = We are waiting for the photo.
photo-coming = We are reading the photo; one moment, please.
photo-came-of-others = We have: { $papers }. This one has not arrived.
photo-not-come = The photo has not reached us yet.
photo-blurred = The photo is blurred. Lay the paper in good light and try again.
photo-unread = The words can't be read yet. Take it again from close by, in good light.
photo-glare = Light is reflected. Turn off the flash and try again.
photo-dark = The photo is dark. Try again near a window.
photo-cut = An edge of the paper is cut off. Step back until all corners are seen.
photo-small = The photo is too small to read. Take it again, closer.
photo-kept = We keep the photo for now.
photo-waits = The photo has come, but we cannot keep it yet because of a fault on our side. No need to send it again; we read it as soon as that is mended.
    .sms = The photo has come, but we cannot keep it yet because of a fault on our side. No need to send it again.
send-photo-now = Please send the photo of { $paper }.
option-as-it-is = Send as it is
option-another-photo = Another photo
    .says = again, wrong photo, sent the wrong one
option-this-is-right = This is correct
    .says = correct, right, yes, y, it is
option-change-nik = Change NIK
    .says = change
option-use-again = Use it
    .says = yes, y, ok, use, use it again, use again
option-send-new = Send a new one
    .says = new, no, a new one, new photo
option-for-this = Yes, for this
    .says = yes, y, correct, ok
option-not-for-this = No
    .says = not this, wrong photo, sent the wrong one
upload-not-photo-or-pdf = We can only take photos or PDF files.
upload-locked-pdf = This PDF is locked. Send it without a password, or a photo of the paper.
upload-too-large = The file is over 16 MB. Send an ordinary photo.
upload-gone = The file did not reach us. Please send it once more.
voice-note = Only an officer can listen to voice notes.
option-i-write = I will write
oddity-location = The location is kept as a landmark.
location-unneeded = A location is not needed here yet.
oddity-contact = We can only take photos or PDF files.
oddity-empty = The message is empty.
oddity-long = The message is too long to read here. Write only the answer.
oddity-mms = We cannot receive an MMS. Write it in words; photos by WhatsApp or through the link we send.

## Summary

summary = Before sending:
    { $service }
    { $rows }
    Correct?
    .sms = Check: { $service }, { $rows }.
send-now = Send now?
changed = Changed: { $value }
change-later = { $label }: we ask for it after this.
change-how = Type CHANGE and its name, for example: CHANGE NIK.
change-which = What would you like to change?
summary-unclear = It is not clear what you want to change.
option-send = Send
    .says = yes, ok, correct, right
option-change = Change
    .says = wrong
option-cancel = Cancel
row-other = { $label }: { $value }
    .sms = { $value }
row-number = { $label }: { $value }
    .sms = { $label } { $value }
row-office = Office: { $value }
    .sms = { $value }
row-papers = Papers: { $value }
    .sms = papers sent
row-papers-brought = Papers: { $value }, brought to the office
    .sms = papers brought
label-office = Office
label-method = Post or pick-up
label-landmark = Landmark
label-street = Street
label-phone = Mobile number

## The case

case-opened = We have your request ({ $service }), number { $number }. { $later ->
        [none] {""}
       *[other] Today's places are all given out, so it is checked from { $later } on.{" "}
    }You are no. { $place } in the queue; ready by { $promised }.
    { $quiet ->
        [yes] Type STATUS to look; writing again does not change your place.
       *[no] Writing again does not change your place.
    } FREE. Asked for money? Type PUNGLI.
    .sms = Received, no. { $number }. { $later ->
        [none] {""}
       *[other] Today is full; checked from { $later } on.{" "}
    }You are no. { $place }; ready by { $promised }. Check: reply STATUS. FREE. Asked for money? Reply PUNGLI.
case-listed = { $service } received. Number: { $number }. You are on the list of suket holders: your KTP-el goes straight to the printer. Once it is printed we ask: by post or collected. Hand in the suket when you get the card. FREE. Somebody asks for money? Type PUNGLI.
    .sms = Received, No. { $number }. You are on the suket list: your KTP-el is printed next. Then we ask: by post or collected. Hand in the suket then. FREE. Asked for money? Reply PUNGLI.
case-opened-bring = We have your request ({ $service }), number { $number }. Bring the original papers to { $address } by { $bring_by }. Open { $hours }. The time counts once they are complete.
    { $quiet ->
        [yes] Type STATUS to look; writing again does not change your place.
       *[no] Writing again does not change your place.
    } FREE. Asked for money? Type PUNGLI.
    .sms = Received, no. { $number }. Bring the original papers to { $address } by { $bring_by }. Check: reply STATUS. Open { $hours }. Ready { $days } working days after they are complete. FREE. Asked for money? Reply PUNGLI.
status-pin = Check without an SMS code at { $link } with PIN { $pin }. Whoever has this PIN can see the status.
many-families = There are { $n } families from this number in 30 days now, so an officer looks as well. The request goes on, FREE. Are you an RT, village officer, midwife or school? Ask to be registered as a helper.
    .sms = There are { $n } families from this number in 30 days, so an officer looks as well. The request goes on, FREE. RT, village, midwife, school: ask to be registered as a helper.
paper-refused = An officer checked { $number }. { $others ->
    [0] One paper must be replaced: { $paper }. Reason: { $reason }. { $rest ->
        [accepted] The others are accepted; you keep your place.
        [sent] The others are still being checked; you keep your place.
       *[none] You keep your place.
        }
   *[other] This must be replaced: { $paper }. Reason: { $reason }. You keep your place.
    }
paper-refused-page = An officer checked { $number }. { $others ->
    [0] One paper must be replaced
   *[other] This must be replaced
    }: { $paper }. Reason: { $reason }. Send it by { $link } (once only) or type BRING.
    .sms = { $number }: { $paper } must be replaced. Reason: { $reason }. Send it by { $link } (once only) or reply BRING. You keep your place.
asked-again = An officer has checked { $number }. Please correct: { $what }. { $rest ->
    [accepted] The other papers are accepted; your place in the queue stays.
    [sent] The rest is still being checked; your place in the queue stays.
   *[none] Your place in the queue stays.
    }
    .sms = { $number }, please correct: { $what }. Your place stays.
asked-again-one = { $what } ({ $reason })
again-sent = Your corrections to { $number } went to the officer. Your place in the queue is still { $place }.
answer-corrected = An officer corrected { $number }: { $what }. { $consent ->
    [counter] You agreed to this at the counter.
    [call] You agreed to this by telephone.
   *[chat] You agreed to this in this chat.
    } You did not agree? Type OFFICER.
    .sms = { $number } was corrected: { $what }. You did not agree? Reply OFFICER.
answer-corrected-one = { $label } from { $before } to { $after }
answer-as-before = An officer set the answers of { $number } back as you sent them. Nothing has changed.
correction-sent = The photo of the { $paper } went to the officer. You are still no. { $place }.
correction-read = { $paper } read and passed to the officer. You are still no. { $place }.
correction-to-bring = Noted: you bring { $paper } for { $number } to { $address }. Open { $hours }.
case-refused = { $service } { $number } was not approved. Reason: { $reason }. Type OFFICER to ask.
case-held = { $service } { $number } is waiting for the centre. { $reason ->
    [none] {""}
   *[other] Reason: { $reason }.{" "}
    }You need do nothing; you keep your place.
case-resumed = An officer goes on with { $service } { $number }. You are no. { $place } in the queue; ready by { $promised }.
case-approved = { $service } { $number } is approved. { $next ->
    [waiting_prr] The card waits for data from the centre.
    [to_print] The card waits to be printed.
    [awaiting_signature] The document waits to be signed.
    [to_sign_by_hand] The document waits to be signed.
   *[other] The document is being made.
    } We tell you when it is there.
papers-complete = The papers for { $service } { $number } are complete. You are no. { $place } in the queue; ready by { $promised }.
promise-moved = Sorry, { $service } { $number } is not ready as promised. Reason: { $awaited ->
    [queue] the queue is long.
    [awaiting_signature] it waits to be signed.
    [to_sign_by_hand] it waits to be signed.
    [signed] it waits to be signed.
    [waiting_prr] it waits for data from the centre.
    [to_print] it waits to be printed.
    [printed] it waits to be printed.
   *[other] the document is still being made.
    } New date: { $promised }. No need to send anything again.
case-done = { $service } { $number }: an officer has done it. Still not found there? Type OFFICER.
case-withdrawn = { $service } { $number } is withdrawn. Reason: { $reason }.

## Without a telephone: a letter, or a relative's number

desk-paper = { $service } { $number } was checked. This must be replaced: { $paper }. Reason: { $reason }. Bring it to { $office }, { $address }; the place in the queue stays.
    .sms = { $service } { $number }: { $paper } must be replaced. Reason: { $reason }. Bring it to { $office }; the place in the queue stays.
desk-asked = { $service } { $number } has been checked. Please correct: { $what }. Come to { $office }, { $address }; the place in the queue stays.
    .sms = { $service } { $number }, please correct: { $what }. Come to { $office }, the place in the queue stays.
desk-issued = { $document } { $number } is issued. The applicant collects it in person at { $office }, { $address }, with their ID card. Open { $hours }. FREE.
    .sms = { $document } { $number } is issued. The applicant collects it in person at { $office } with their ID card. FREE.
desk-printed = { $document } { $number } is printed. Its owner collects it in person at { $office }, { $address }. Open { $hours }. FREE.
    .sms = { $document } { $number } is printed. Its owner collects it in person at { $office }. FREE.
desk-for-relative = News for your relative, please pass it on. { $text }
desk-relative = At { $office } this number was noted for news of { $service } { $number }, for { $who }. Documents go to the applicant only. FREE: asked for money? Type PUNGLI. Not your relative? Type STOP.
    .sms = { $office }: this number was noted for news of { $service } { $number } for { $who }. Documents go to the applicant only. FREE. Asked for money? Reply PUNGLI. Not your relative? Reply STOP.
form-received = Your form at { $office } came in: { $service }, number { $number }. { $bring ->
        [yes] Bring the originals of { $papers } to { $address }. Open { $hours }. The time it takes counts from when the papers are complete.
       *[no] We check it, then tell you ourselves.
    } FREE: asked for money? Type PUNGLI. Did not fill it in? Type STOP.
    .sms = { $office }: form received, { $service } { $number }. { $bring ->
        [yes] Bring the originals of { $papers } to the office, { $hours }.
       *[no] We check it, then tell you.
    } FREE. Asked for money? Reply PUNGLI. Did not fill it in? Reply STOP.

## Status

status-not-here = { $number } is not from this phone number. Applied at the office or from another number? Type OFFICER.
status-none = No requests from this number yet. Applied at the office or from another number? Type OFFICER. To begin: type MENU.
    .sms = No requests from this number yet. Applied at the office? Reply OFFICER.
status-unsent = Your request { $service } is not sent yet: { $lacks ->
    [photos] { $n } photos are missing.
    [answers] some answers are missing.
   *[nothing] type SEND to send it.
    } Once sent, it is ready within { $days } working days.
status-next = To come: { $services }.
status-which = There are { $n } requests. Which one?
status-queued = { $service }, { $number }: { $state }, no. { $place } in the queue. { $by ->
    [yes] Expected by { $promised }. You need do nothing.
   *[no] The time counts once the papers are complete.
    }
status-told = { $service }, { $number }: { $state }.{ $by ->
    [yes] {" "}Expected by { $promised }.
   *[no] {""}
    }
status-posted = { $service }, { $number }: { $state }. Tracking number: { $tracking }.
status-ended = { $service }, { $number }: { $state }. { $reason ->
    [none] {""}
   *[other] Reason: { $reason }.
    }
status-to-bring = { $service }, { $number }: waiting for you: bring { $papers } to the office. The time counts once the papers are complete.
status-to-send = { $service }, { $number }: waiting for you: a photo of { $papers }.
status-to-answer = { $service }, { $number }: waiting for you: { $what }.
status-to-choose = { $service }, { $number }: waiting for you: choose post or pick-up.
status-held = { $service }, { $number }: waiting for the centre. { $reason ->
    [none] {""}
   *[other] Reason: { $reason }.{" "}
    }You need do nothing.
status-to-print = { $service }, { $number }: waiting to print, no. { $place }. { $by ->
    [yes] Ready by about { $promised }.{" "}
   *[no] {""}
    }You need do nothing.
state-submitted = in the queue
state-in_review = being checked
state-needs_correction = waiting for you
state-on_hold = waiting for the centre
state-approved = approved
state-closed = done
state-refused = not approved
state-withdrawn = withdrawn
state-in_siak = approved, being made
state-awaiting_signature = waiting for signature
state-to_sign_by_hand = waiting for signature
state-signed = issued
state-issued = issued
state-superseded = replaced by a newer one
state-revoked = revoked
state-waiting_prr = waiting for the centre
state-to_print = waiting to print
state-printed = printed
state-choosing_handover = choose post or pick-up
state-to_post = being packed
state-posted = posted
courier-to_post = being packed for { $carrier }
courier-posted = with { $carrier }
state-delivered = delivered
state-returned = returned
state-ready_for_pickup = ready
state-collected = collected

## The document

document-ready = { $document } { $number } is signed. To keep it from strangers: the date of birth of { $who }? Example: 17 August 1985.
document-ready-too = { $document } { $number } is signed as well. One answer opens them all: the date of birth of { $who }?
release-ask = The date of birth of { $who }? Example: 17 August 1985.
release-wrong = The date does not match the file of { $number } yet. { $left } tries left. The date of birth of { $who }?
release-locked = It still does not match, so an officer will check first. Your document is safe.
release-with-officer = { $service } { $number } is signed. An officer makes sure first that it is you: type OFFICER, or collect it at the office with your ID card.
release-at-counter = { $service } { $number } is signed. This number changed hands since the request, so please collect it at the office with your ID card.
document-revoked = { $service } { $number } was revoked and is no longer valid. { $reason ->
    [none] {""}
   *[other] Reason: { $reason }.{" "}
    }Please do not use it. Type OFFICER to ask.
document-here = Here is { $document } { $number }. Print on white A4, 80 g.
document-link = { $document } { $number } is signed. Open it at { $link }; the collection code comes separately. Print on white A4, 80 g.
document-pin = Collection code: { $pin }. Only for you.
sent-by-siak = { $service } { $number } is issued. Dukcapil sends you the link and PIN by SMS or e-mail. Print on white A4, 80 g.

## The card

card-printed = { $reason ->
    [none] Your { $card } is printed, no. { $number }. By { $carrier } ({ $postage }) or pick-up (FREE)?
    [by_hand] Your { $card }, no. { $number }, was signed by hand: it is on paper, there is no PDF. By { $carrier } ({ $postage }) or pick-up (FREE)?
    [address_incomplete] { $card } { $number } came back: the address was incomplete. By { $carrier } again ({ $postage }) or pick-up (FREE)?
    [nobody_home] { $card } { $number } came back: nobody was at home. By { $carrier } again ({ $postage }) or pick-up (FREE)?
    [moved] { $card } { $number } came back: the addressee had moved. By { $carrier } again ({ $postage }) or pick-up (FREE)?
   *[declined] { $card } { $number } came back. By { $carrier } again ({ $postage }) or pick-up (FREE)?
    }
option-post = By post
    .says = post, mail, send
option-courier = By courier
    .says = courier, send, deliver
option-pickup = Pick up
    .says = pickup, collect
ask-destination = Village (kelurahan) it goes to?
ask-street = Write street, house number, RT/RW and a landmark. Example: Jl. Contoh 1, RT 002/RW 003, near the mosque.
street-needs-rt = RT and RW? Example: RT 002/RW 003. None? Type NONE.
street-needs-rw = RW? None? Type NONE.
street-needs-road = Name of the street or lane, and the house number?
ask-landmark = A landmark? Example: near the mosque. You can also share your location.
    .sms = A landmark? Example: near the mosque.
option-no-landmark = None
    .says = no, no landmark
shared-location = the shared location
ask-phone = Mobile number of the addressee, for the courier?
address-read-back = Send to: { $name }, { $street }, RT { $rt }/RW { $rw }, { $place } { $postal_code }.{ $landmark ->
    [none] {""}
   *[other] {" "}Landmark: { $landmark }.
    } Phone { $phone }.{ $postage ->
    [none] {""}
   *[other] {" "}Postage there: { $postage }.
    } Correct?
    .sms = Send to: { $name }, { $street }, RT { $rt }/RW { $rw }, { $place } { $postal_code }. Phone { $phone }.{ $postage ->
    [none] {""}
   *[other] {" "}Postage: { $postage }.
    } Correct?
option-yes-send = Yes, send
    .says = yes, correct, ok, right
address-noted = Address noted. { $kind ->
    [kia] A KIA goes only to a parent or guardian.
    [card] The card goes only to its owner. { $old ->
        [suket] Have the original suket ready for the courier.
       *[none] Have the old card ready for the courier if there is one.
    }
   *[paper] It goes only to its addressee.
    } { $sent ->
    [courier] We tell you once the courier has it.
   *[post] The tracking number follows.
    }
pickup-chosen = Noted: you pick it up at { $office }, { $address }. Open { $hours }. { $old ->
    [suket] Bring the family card and the original suket: it is exchanged for the card.
   *[none] Bring the family card.
    } FREE.
card-misprinted = { $card } { $number } has to be printed again: { $reason }. There is nothing you need to do; we tell you once it is ready.
card-posted = { $tracking ->
    [none] Your { $card } { $number } is on its way with { $carrier }.
   *[other] Your { $card } { $number } is with { $carrier }. Tracking number { $tracking }.
    } { $pay }.
by-post = post
postage-door = { $fee }, paid to the courier
postage-office = FREE
pay-door = Pay the courier { $fee }, no more
pay-office = The office has paid the postage
card-delivered = { $card } { $number } was delivered. Thank you.
card-collected =
    { $by ->
        [family] { $card } { $number } was handed at the office to a member of the same family card, { $who } Not as it should be? Type OFFICER.
        [proxy] { $card } { $number } was handed at the office to the holder of a letter of authority, { $who } Not as it should be? Type OFFICER.
       *[owner] { $card } { $number } was handed to its owner at the office. Was it not you? Type OFFICER.
    }
card-ready = { $card } { $number } is ready at { $office }, { $address }. Open { $hours }. FREE.
card-waiting = { $card } { $number } still waits for you at { $office }, { $address }. Open { $hours }. FREE. Rather have it sent? Type OFFICER.
post-chosen = { $card } { $number } comes by { $carrier } ({ $postage }) to the address an officer noted. We tell you once it is sent.
address-corrected = An officer has corrected the delivery of { $card } { $number }: it comes by { $carrier } ({ $postage }) to the address on record. We tell you once it is sent.

## How it was

rating-ask = Your request for { $service } { $number } is finished. How was our service?
option-rated-good = Good
    .says = great, fine
option-rated-fair = Fair
    .says = ok, okay
option-rated-poor = Poor
    .says = bad
rating-comment = Thank you. Anything we could do better? Write it here.
option-no-comment = Nothing
rating-noted = Thank you, we have noted it.
rating-thanks = Thank you.

## Officers

officer-later = Officers work { $hours }. Write your question now; it is answered on { $answered }, in order.
officer-waiting = { $ahead ->
    [0] You are next, in about { $minutes } minutes.
   *[other] { $ahead } people wait before you, about { $minutes } minutes.
    } What would you like to ask? Type CONTINUE to go back to Loket.
officer-in-line = { $ahead ->
    [0] You are next, in about { $minutes } minutes.
   *[other] { $ahead } people wait before you, about { $minutes } minutes.
    } Your message is with the officers. Your requests: type STATUS. Back to Loket: type CONTINUE.
officer-still-away = Your message is with the officers and is answered on { $answered }, in order. Meanwhile we can help: type MENU.
officer-back = Anything else for the officer? Just write. Type CONTINUE to come back to Loket.
officer-still = You are still in the queue for an officer. Type CONTINUE to go back to Loket.
officer-away = Officers are off duty; your message is answered in order. Meanwhile we can help: type MENU.
    .sms = Officers are off duty; your message is answered in order. Our services: reply MENU.
officer-keeps = Your message stays in the queue for an officer.
officer-given-up = All right, we no longer call an officer.
option-to-loket = Without an officer
    .says = continue, go back, never mind, lanjut
officer-took = You are connected to officer { $officer }.
officer-said = { $text }
officer-handed-on = Officer { $officer } passes this conversation to a colleague. Please wait; you need not repeat anything.
officer-enclosed = Officer { $officer } sends this file.
web-news = { $office } has news for your request. Read it at { $link }
web-code = Loket code { $code }, to enter the office page, 10 minutes. Give it to nobody; officers never ask for it.
officer-texted = Officer { $officer }: { $text } Answer on WhatsApp.
officer-closed = The conversation with { $officer } has ended.
officer-quiet = The talk with { $officer } is closed: nobody wrote for a while. Type OFFICER if you still need one.
compact-unknown = We do not know the code { $code }. Type MENU for all services. Example: AKL#NIK#KK number#Child name#Birth date#Birth place.
compact-read = { $rows ->
    [none] {""}
   *[other] { $rows }.
    }{ $unread ->
    [none] {""}
   *[other] { $rows ->
        [none] {""}
       *[other] {" "}
        }Asked again: { $unread }.
    }{ $needed ->
    [none] {""}
   *[other] {" "}{ $needed }
    }
unread-no-such-day = { $label } (not in the calendar)
passed-to-officer = Your message went to an officer.
thanks = You are welcome.
village-which = Which one do you mean?
upload-heic-photo = We cannot open HEIC photos yet. Send it as an ordinary photo (JPG).
upload-too-many-pages = This PDF has too many pages. Send only those that are needed.
complaint-whether = Report something to a supervisor?
option-report = Yes, report
    .says = yes, y, report
option-no-report = No
    .says = no report, never mind, cancel
complaint-none = All right, no report was made.
complaint-back-sure = Take back report { $number }? A supervisor will not answer it then.
option-take-back = Yes, take back
    .says = yes, y, take it back
complaint-back = { $number } is taken back. Changed your mind? Type COMPLAINT. The service stays FREE.
complaint-was-back = You took { $number } back. Changed your mind? Type COMPLAINT.
complaint-waits = { $late ->
    [yes] Sorry, { $number } is not answered yet; it was promised for { $answered }. { $by ->
        [head] The head of office or the province
       *[supervisor] A supervisor
        } still owes you an answer, and we tell you.
   *[no] { $number } is answered by { $by ->
        [head] the head of office or the province
       *[supervisor] a supervisor
        }, at the latest { $answered }. We tell you.
    } Please do not pay.
request-waits = { $number } is being worked on. { $due ->
    [none] It is done as soon as your request is finished.
   *[other] At the latest { $due }.
    } We tell you.
recorded-over = { $number } is done.
recorded-not-here = { $number } was not noted from this phone. Please check the number, or type OFFICER.
complaint-stays = All right, a supervisor will still answer it.
complaint-not-there = No report is waiting for an answer.
sorry-to-wait = Sorry that you had to wait.
complaint-ask = Thank you for reporting. The service is FREE (UU 24/2013 Pasal 79A). The report is opened by a supervisor only, not by that officer. Your request is not affected.
    { $told ->
        [all] Anything to add? If not, write ENOUGH.
        [yes] When and where did it happen?
       *[no] What happened, when and where?
    }
complaint-file-kept = Kept for the supervisor. { $told ->
    [all] Anything to add? If not, write ENOUGH.
    [yes] When and where did it happen?
   *[no] What happened, when and where?
    }
complaint-noted = Report noted: { $number }. { $by ->
    [head] The head of office or the province
   *[supervisor] A supervisor
    } answers by { $answered }. Please do not pay.
complaint-answered = { $by ->
    [head] The answer of the head of office or the province
   *[supervisor] The supervisor's answer
    } to { $number }: { $text }

## Notices after the 24 hours: WhatsApp approves them, so the variables stand between fixed words

option-show = Show
template-document_ready = News from Loket: { $document } number { $number } is signed. Press Show to receive it.
template-paper_refused = News from Loket: an officer checked { $number }, this paper must be replaced: { $paper }. Reason: { $reason }. Press Show to send it again.
template-card_printed = News from Loket: { $card } number { $number } is printed. By { $carrier } ({ $postage }) or pick-up (FREE)? Press Show to choose.
template-card_posted = News from Loket: { $card } number { $number } is with { $carrier }, tracking number { $tracking }. { $pay }.
template-request_answered = News from Loket: number { $number } has been answered. Press Show to read it.
template-promise_moved = News from Loket: { $service } number { $number } is not ready as promised, sorry. New date: { $promised }. You need do nothing.
template-officer_wrote = News from Loket: officer { $officer } is looking after your question. Press Show to read the message.
template-draft_put_away = News from Loket: your answers for { $service } were deleted, as nothing more came. Type MENU to begin again.
template-van_reminder = News from Loket: the mobile van comes tomorrow, { $when }, to { $spot }. Your ticket's code is { $code }. Press Show to open it.
template-van_changed = News from Loket: the visit of the mobile van at { $spot } is now { $change }. Press Show for what it means.
template-ikd_reminder = News from Loket: your IKD is activated tomorrow, { $when }, at { $spot }. Your ticket { $code }. Press Show to open it.
template-ikd_changed = News from Loket: the IKD activation at { $spot } is now { $change }. Press Show for the details.
template-case_told = News from Loket: { $service } number { $number } is now { $state }. Press Show for the details.
