import { messages } from './messages.ts';

export const delivery = messages(
  {
    'op.allAired': 'हाँ, सब चले',
    'op.allBut': 'हाँ, {n} छोड़कर सब चले',
    'op.noneAired': 'कुछ नहीं चला',
    'op.haveAll': 'सब फ़ाइलें आपके पास हैं। आज कुछ नया नहीं।',
    'op.removed': '1 स्पॉट हटाना है: {name}। फ़ाइल भी मिटा दें।',
    'log.refused.invalid': 'लॉग की फ़ाइल में ग़लती है। यह ठीक करके फिर भेजें: {detail}',
    'playlist.refused.dialect': '“{name}” तरह की प्लेलिस्ट हम नहीं बनाते। ये बनती हैं: {known}।',
    'playlist.refused.fileName': 'इस प्लेलिस्ट में फ़ाइल का नाम सिर्फ़ अंग्रेज़ी अक्षरों में हो सकता है: {path}',
    'playlist.refused.settings': 'ऑपरेटर की सेटिंग में ग़लती है। यह ठीक करें: {detail}',
    'recall.acked': '{all} में से {n} ऑपरेटरों ने हटाना माना',
    'recall.typeNumber': 'पक्का करने के लिए स्पॉट नंबर लिखें: {number}',
  },
  {
    'op.allAired': 'Yes, all aired',
    'op.allBut': 'Yes, all but {n} aired',
    'op.noneAired': 'Nothing aired',
    'op.haveAll': 'You have all files. Nothing new today.',
    'op.removed': 'One spot to remove: {name}. Delete the file too.',
    'log.refused.invalid': 'The log file has a mistake. Mend this and send it again: {detail}',
    'playlist.refused.dialect': 'We do not write playlists of the kind “{name}”. We write: {known}.',
    'playlist.refused.fileName': 'This playlist can hold file names in English letters only: {path}',
    'playlist.refused.settings': 'The operator’s settings have a mistake. Mend this: {detail}',
    'recall.acked': '{n} of {all} operators confirm removal',
    'recall.typeNumber': 'To confirm, type the spot number: {number}',
  },
);
