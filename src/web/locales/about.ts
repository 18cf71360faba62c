import { messages } from './messages.ts';

export const about = messages(
  {
    'help.send': 'क्लिप भेजना',
    'help.sendFilm': '«क्लिप भेजें» दबाएँ और फ़ोन से बनी 30 सेकंड से 2 मिनट की फ़िल्म चुनें।',
    'help.sendConsent': 'फिर लिखें कि किसकी कहानी है, और सहमति का फ़ॉर्म या आवाज़ जोड़ें। **सहमति के बिना कोई स्पॉट नहीं चलता।**',
    'help.sendCut': 'इंटरनेट कट जाए तो वही फ़िल्म फिर चुनें; जितनी पहुँच चुकी, उसके आगे से भेजी जाएगी।',
    'help.check': 'स्पॉट जाँचना',
    'help.checkText': 'ड्राफ़्ट बनते ही उसमें नाम, जगह और कैप्शन पढ़कर ठीक करें, फिर समीक्षा के लिए भेजें।',
    'help.checkReturned': 'वापस आए स्पॉट पर कारण लिखा होता है। सुधारकर दोबारा भेजें।',
    'help.air': 'प्रसारण',
    'help.airText': 'मंज़ूर स्पॉट प्रसारण आदेश से चैनलों के रोज़ के लॉग में आते हैं। केबल ऑपरेटर अपने पते से फ़ाइलें लेते हैं और बताते हैं कि क्या चला।',
    'help.stuck': 'काम अटक जाए',
    'help.stuckLogin': 'पासवर्ड भूल गए हों तो अपने ज़िले के प्रशासक से नया लिंक माँगें।',
    'help.stuckNumber': 'ग़लती के पेज पर एक छोटा नंबर लिखा होता है। प्रशासक को वही नंबर बताएँ।',
    'accessibility.aim': 'लक्ष्य',
    'accessibility.aimText': 'हमारा लक्ष्य WCAG 2.1 का AA स्तर है। हम यह दावा नहीं करते कि हर पेज उसे पूरा करता है।',
    'accessibility.films': 'हर स्पॉट के साथ हिन्दी कैप्शन होते हैं।',
    'accessibility.tested': 'क्या जाँचा जाता है',
    'accessibility.testedText':
      'मुख्य पेज हर बदलाव पर क्रोम ब्राउज़र में अपने-आप जाँचे जाते हैं (axe): रंगों का अंतर, नाम, शीर्षक और फ़ॉर्म, हिन्दी और अंग्रेज़ी में। ज़्यादातर काम स्क्रिप्ट के बिना भी होते हैं।',
    'accessibility.untested': 'क्या अभी नहीं जाँचा गया',
    'accessibility.untestedText':
      'स्क्रीन रीडर के साथ लोगों ने इसे अभी नहीं परखा है। किसी बाहरी संस्था ने जाँच नहीं की है। चित्र के बोले हुए वर्णन (ऑडियो डिस्क्रिप्शन) नहीं हैं।',
    'accessibility.say': 'दिक़्क़त बताएँ',
    'accessibility.sayText': 'कोई पेज काम में न आए तो अपने ज़िले के प्रशासक को पेज का पता और दिक़्क़त बताएँ।',
    'privacy.kept': 'हम क्या रखते हैं',
    'privacy.keptPeople':
      '**हितग्राही:** नाम, गाँव या वार्ड, ज़िला, योजना, भेजी गई फ़िल्म और सहमति का प्रमाण (फ़ॉर्म की फ़ोटो या आवाज़)। नाबालिग के लिए अभिभावक की जानकारी भी।',
    'privacy.keptUsers':
      '**काम करने वाले:** नाम, लॉग-इन, काम, क्षेत्र, और किसने कब क्या किया। पासवर्ड पढ़े जा सकने वाले रूप में नहीं रखा जाता।',
    'privacy.keptCookies': '**ब्राउज़र:** एक कुकी लॉग-इन के लिए, एक भाषा के लिए। कोई विज्ञापन या गिनती करने वाली कंपनी नहीं।',
    'privacy.seen': 'कौन देखता है',
    'privacy.seenText': 'हर व्यक्ति सिर्फ़ अपने क्षेत्र की चीज़ें देखता है। केबल ऑपरेटर को सिर्फ़ मंज़ूर स्पॉट मिलते हैं।',
    'privacy.withdraw': 'सहमति वापस लेना',
    'privacy.withdrawHow': 'हितग्राही कभी भी, बिना कारण बताए, ज़िला जनसम्पर्क कार्यालय में कहकर सहमति वापस ले सकते हैं।',
    'privacy.withdrawWhat':
      'उसी समय स्पॉट आगे के सब लॉग से हट जाता है, ऑपरेटर उसे नहीं ले सकते, और जिनके पास है उन्हें हटाने को कहा जाता है।',
    'privacy.withdrawNot':
      'जो प्रसारण हो चुका, वह लौट नहीं सकता। मूल फ़िल्म और सहमति का रिकॉर्ड अभी अपने-आप नहीं मिटते; वे प्रमाण के तौर पर भंडार में रहते हैं।',
  },
  {
    'help.send': 'Sending a clip',
    'help.sendFilm': 'Press “Send a clip” and choose a phone film of 30 seconds to 2 minutes.',
    'help.sendConsent':
      'Then write whose story it is and add the consent form or voice. **No spot is aired without consent.**',
    'help.sendCut': 'If the internet breaks off, choose the same film again; it goes on from where it stopped.',
    'help.check': 'Checking a spot',
    'help.checkText': 'When the draft is there, read and correct name, place and captions, then send it for review.',
    'help.checkReturned': 'A spot that came back says why. Correct it and send it again.',
    'help.air': 'Airing',
    'help.airText':
      'Orders bring approved spots into the channels’ daily logs. Cable operators fetch the files from their own address and say what was aired.',
    'help.stuck': 'When you are stuck',
    'help.stuckLogin': 'If you forgot your password, ask your district’s administrator for a new link.',
    'help.stuckNumber': 'Error pages show a short number. Tell the administrator that number.',
    'accessibility.aim': 'Aim',
    'accessibility.aimText': 'We aim at WCAG 2.1, level AA. We do not claim that every page reaches it.',
    'accessibility.films': 'Every spot has Hindi captions.',
    'accessibility.tested': 'What is tested',
    'accessibility.testedText':
      'The main pages are checked by machine (axe) in the Chromium browser at every change: contrast, names, headings and forms, in Hindi and English. Most work can be done without script.',
    'accessibility.untested': 'What has not been tested yet',
    'accessibility.untestedText':
      'People with screen readers have not tried it yet. No outside body has audited it. There is no audio description.',
    'accessibility.say': 'Tell us',
    'accessibility.sayText':
      'If a page does not work for you, tell your district’s administrator its address and what is wrong.',
    'privacy.kept': 'What we keep',
    'privacy.keptPeople':
      '**Beneficiaries:** name, village or ward, district, scheme, the film that was sent and the proof of consent (photo of the form, or voice). For a minor also the guardian.',
    'privacy.keptUsers':
      '**People who work here:** name, log-in, role, area, and who did what when. Passwords are not kept in readable form.',
    'privacy.keptCookies': '**Browser:** one cookie for the log-in, one for the language. No advertisers, no trackers.',
    'privacy.seen': 'Who sees it',
    'privacy.seenText': 'Everybody sees only what belongs to their own area. Cable operators get approved spots only.',
    'privacy.withdraw': 'Withdrawing consent',
    'privacy.withdrawHow':
      'A beneficiary may withdraw at any time, without giving a reason, by telling the district’s public relations office.',
    'privacy.withdrawWhat':
      'The spot leaves every coming log at once, operators can no longer fetch it, and those who have it are told to remove it.',
    'privacy.withdrawNot':
      'What was aired cannot be taken back. The first film and the record of consent are not erased by themselves today; they stay in the store as proof.',
  },
);
