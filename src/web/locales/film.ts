import { messages } from './messages.ts';

export const film = messages(
  {
    'film.warn.shorterPlace': 'जगह का पूरा नाम नहीं समाया। पर्दे पर यह आएगा: {text}',
    'film.warn.shorterChip': 'योजना का पूरा नाम ऊपर नहीं समाया। ऊपर यह आएगा: {text}',
    'film.warn.noChip': 'चेहरा ऊपर तक है, इसलिए ऊपर योजना का नाम नहीं आया, सिर्फ़ विभाग का चिह्न: {text}',
    'film.warn.longChip':
      'योजना का नाम ऊपर नहीं समाता, वहाँ सिर्फ़ विभाग का चिह्न रहेगा। योजनाओं की सूची में छोटा रूप जोड़ें: {text}',
    'film.warn.longText': 'यह पाठ लंबा है, इसलिए पट्टी पर छोटे अक्षरों या ज़्यादा पंक्तियों में आएगा। हो सके तो छोटा लिखें: {text}',
    'film.warn.noTimeForRow': 'चेहरा पास से फ़िल्माया गया है, इसलिए नाम की पट्टी पर यह नहीं आया: {text}',
    'film.warn.faceCovered': 'चेहरा पूरी तस्वीर में है: नाम या कैप्शन आँख या होंठ पर आते हैं। थोड़ी दूर से फ़िल्माया हिस्सा चुनें।',
    'film.warn.shorterScheme': 'योजना का पूरा नाम आख़िर में नहीं समाया। यह आएगा: {text}',
    'film.warn.lookColour': 'रूप का रंग {role} ({chosen}) पढ़ा नहीं जाता। फ़िल्म में {drawn} लगा। look.yaml में रंग बदलें।',
    'film.warn.noSound': 'क्लिप में आवाज़ नहीं है। फ़िल्म में किसी की आवाज़ नहीं होगी।',
    'film.warn.soundOneSided': 'आवाज़ सिर्फ़ एक तरफ़ रिकॉर्ड हुई थी। उसे दोनों तरफ़ कर दिया गया।',
    'film.warn.soundOutOfPhase': 'क्लिप की दोनों तरफ़ की आवाज़ एक-दूसरे को काटती थी। एक तरफ़ की आवाज़ ली गई।',
    'film.warn.soundClipped': 'रिकॉर्डिंग बहुत तेज़ थी और आवाज़ फटी है। सुनकर देख लें; हो सके तो फिर से रिकॉर्ड करें।',
    'film.warn.soundNoisy': 'पीछे शोर था। उसे कम किया गया; सुनकर देख लें।',
    'film.warn.soundSurround': 'आवाज़ कई चैनलों में थी। उसे दो चैनलों में मिलाया गया।',
    'film.warn.soundSilent': 'क्लिप में आवाज़ का ट्रैक ख़ाली है। माइक बंद रहा होगा।',
    'film.warn.soundNarrow':
      'आवाज़ टेलीफ़ोन जैसी है: ऊँचे सुर रिकॉर्ड नहीं हुए। शब्द साफ़ सुनाई दें तो ठीक, नहीं तो फ़ोन के कैमरे से फिर रिकॉर्ड करें।',
    'film.warn.noVoice': 'आवाज़ बहुत धीमी है, बोली नहीं सुनाई देती। आवाज़ बढ़ाई नहीं गई।',
    'film.warn.roughCaptions': 'कैप्शन का समय अंदाज़े से बैठा है। एक बार चलाकर देख लें।',
    'film.warn.noVoiceForCaptions': 'बोली नहीं मिली, इसलिए कैप्शन पूरी फ़िल्म पर बराबर बाँटे गए।',
    'film.warn.tooMuchScript': 'इतने शब्द इस हिस्से में बोले नहीं जा सकते। आलेख जाँच लें।',
    'film.warn.cutSentence': 'चुने हुए हिस्से में एक वाक्य अधूरा है। --from और --to से हिस्सा बदलें।',
    'film.warn.noSpeech': 'बोली नहीं मिली, इसलिए हिस्सा तस्वीर देखकर चुना गया।',
    'film.warn.captionsElsewhere':
      'सभी कैप्शन क्लिप के किसी और हिस्से के हैं, इसलिए फ़िल्म में कोई कैप्शन नहीं है। --from और --to से हिस्सा चुनें।',
    'film.warn.captionsOutside': '{n} कैप्शन क्लिप के चुने गए हिस्सों से बाहर हैं, इसलिए फ़िल्म में नहीं दिखेंगे। फ़िल्म चलाकर देख लें।',
    'film.warn.captionsUntimed': 'कैप्शन फ़ाइल के समय पढ़े नहीं जा सके। उसके शब्द बोली पर बिठाए गए; चलाकर देख लें।',
    'film.warn.lostCaptions': '{n} कैप्शन का समय पढ़ा नहीं जा सका। वे छोड़ दिए गए।',
    'film.warn.noTimeForFigure':
      'फ़िल्म छोटी है, इसलिए बड़े अक्षरों वाला कार्ड नहीं आया: {text}। उसके लिए कम से कम {n} सेकंड की फ़िल्म बनाएँ।',
    'film.warn.qcFailed': '{preset}: गुणवत्ता जाँच में कमी मिली ({checks})। यह फ़ाइल प्रसारण के लिए नहीं है।',
    'film.refused.black': 'क्लिप की तस्वीर शुरू से आख़िर तक काली है। लेंस खुला रखकर फिर से फ़िल्माएँ, या दूसरी क्लिप दें।',
    'film.refused.length': 'स्पॉट कम से कम {least} सेकंड का हो।',
    'film.refused.part': 'चुना हुआ हिस्सा क्लिप से बाहर है। क्लिप {have} सेकंड की है।',
    'film.refused.partShort':
      'चुना हुआ हिस्सा {n} सेकंड का है। स्पॉट के लिए कम से कम {least} सेकंड चाहिए; --from और --to से लंबा हिस्सा चुनें।',
    'film.refused.scheme': '“{code}” नाम की योजना सूची में नहीं है। सूची: {known}',
    'film.refused.look': '“{look}” नाम का रूप नहीं है। ये हैं: {known}',
    'film.refused.variant': '“{preset}” नहीं बनती। “{base}” इन नामों से बनती है: {known}',
    'film.refused.preset': '“{preset}” नाम की प्रसारण फ़ाइल नहीं बनती। ये बनती हैं: {known}',
    'qc.refused.unreadable': 'यह फ़ाइल खुलती नहीं है। MPEG, TS, MXF या MP4 फ़िल्म दें।',
  },
  {
    'film.warn.shorterPlace': 'The full place name did not fit. The screen will say: {text}',
    'film.warn.shorterChip': 'The full scheme name did not fit at the top. It will say: {text}',
    'film.warn.noChip': 'The face reaches to the top, so the scheme’s name is left out there beside the mark: {text}',
    'film.warn.longChip':
      'The scheme’s name does not fit at the top; only the department’s mark stands there. Add a shorter form to the list of schemes: {text}',
    'film.warn.longText':
      'This text is long: it stands in smaller letters or more lines on its strap. Write it shorter if you can: {text}',
    'film.warn.noTimeForRow': 'The face was filmed from very near, so the name’s strap leaves this out: {text}',
    'film.warn.faceCovered':
      'The face fills the picture: name or captions lie over eyes or mouth. Choose a part filmed from a little further away.',
    'film.warn.shorterScheme': 'The full scheme name did not fit on the end card. It will say: {text}',
    'film.warn.lookColour':
      'The look’s colour {role} ({chosen}) cannot be read. The film has {drawn}. Change the colour in look.yaml.',
    'film.warn.noSound': 'The clip has no sound. Nobody is heard in the film.',
    'film.warn.soundOneSided': 'The sound was recorded on one side only. It was put on both.',
    'film.warn.soundOutOfPhase': 'The two sides of the clip’s sound cancelled each other. One side was used.',
    'film.warn.soundClipped':
      'The recording was too loud and its peaks were cut. Listen to it, and record again if you can.',
    'film.warn.soundNoisy': 'There was noise behind the voice. It was lowered; listen to it once.',
    'film.warn.soundSurround': 'The sound had several channels. They were mixed to two.',
    'film.warn.soundSilent': 'The clip’s sound track is empty. The microphone may have been off.',
    'film.warn.soundNarrow':
      'The sound is like a telephone’s: its highs were not recorded. If words are hard to follow, record again with the phone’s camera.',
    'film.warn.noVoice': 'The sound is too faint for a voice. It was not made louder.',
    'film.warn.roughCaptions': 'Caption times are a guess. Play the film once and check them.',
    'film.warn.noVoiceForCaptions': 'No speech was found, so the captions were spread evenly over the film.',
    'film.warn.tooMuchScript': 'So many words can’t be spoken in this part. Check the script.',
    'film.warn.cutSentence': 'The chosen part cuts a sentence. Choose another with --from and --to.',
    'film.warn.noSpeech': 'No speech was found, so the part was chosen by its picture.',
    'film.warn.captionsElsewhere':
      'All captions belong to another part of the clip, so the film has none. Choose the part with --from and --to.',
    'film.warn.captionsOutside':
      'Captions that lie outside the chosen parts of the clips, and are not in the film: {n}. Play the film once.',
    'film.warn.captionsUntimed':
      'No time in the captions file could be read. Its words were laid over the voice; play the film once.',
    'film.warn.lostCaptions': 'The times of {n} captions could not be read. They were left out.',
    'film.warn.noTimeForFigure':
      'The film is too short for the card with large letters: {text}. It needs a film of at least {n} seconds.',
    'film.warn.qcFailed': '{preset}: quality control found faults ({checks}). This file is not for broadcast.',
    'film.refused.black':
      'The clip’s picture is black from beginning to end. Film again with the lens uncovered, or give another clip.',
    'film.refused.length': 'A spot must be at least {least} seconds.',
    'film.refused.part': 'The chosen part lies outside the clip. The clip is {have} seconds.',
    'film.refused.partShort':
      'The chosen part is {n} seconds. A spot needs at least {least} seconds: choose a longer part with --from and --to.',
    'film.refused.scheme': 'There is no scheme “{code}” in the list. The list: {known}',
    'film.refused.look': 'There is no look “{look}”. There are: {known}',
    'film.refused.variant': 'There is no “{preset}”. “{base}” is made under these names: {known}',
    'film.refused.preset': 'There is no delivery preset “{preset}”. There are: {known}',
    'qc.refused.unreadable': 'This file can’t be opened. Give an MPEG, TS, MXF or MP4 film.',
  },
);
