import { messages } from './messages.ts';

export const delivery = messages(
  {
    'op.allAired': 'हाँ, सब चले',
    'op.allBut': 'हाँ, {n} छोड़कर सब चले',
    'op.noneAired': 'कुछ नहीं चला',
    'op.haveAll': 'सब फ़ाइलें आपके पास हैं। आज कुछ नया नहीं।',
    'op.removed': '1 स्पॉट हटाना है: {name}। फ़ाइल भी मिटा दें।',
    'recall.acked': '{all} में से {n} ऑपरेटरों ने हटाना माना',
    'recall.typeNumber': 'पक्का करने के लिए स्पॉट नंबर लिखें: {number}',
  },
  {
    'op.allAired': 'Yes, all aired',
    'op.allBut': 'Yes, all but {n} aired',
    'op.noneAired': 'Nothing aired',
    'op.haveAll': 'You have all files. Nothing new today.',
    'op.removed': 'One spot to remove: {name}. Delete the file too.',
    'recall.acked': '{n} of {all} operators confirm removal',
    'recall.typeNumber': 'To confirm, type the spot number: {number}',
  },
);
