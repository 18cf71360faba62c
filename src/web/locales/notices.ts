import { messages } from './messages.ts';

export const notices = messages(
  {
    'notices.none': 'आपके लिए कोई काम नहीं रुका',
    'notices.noneText': 'कुछ नया होते ही घंटी पर गिनती दिखेगी।',
    'notices.open': 'खोलें',
    'notices.returned': '{n} स्पॉट समीक्षा से वापस आए हैं। कारण पढ़कर सुधारें।',
    'notices.refused': '{n} फ़िल्में नहीं खुलीं। दूसरी फ़िल्म भेजें।',
    'notices.consentMissing': '{n} क्लिप में सहमति बाकी है।',
    'notices.whoMissing': '{n} क्लिप में नहीं लिखा कि किसकी हैं।',
    'notices.draft': '{n} स्पॉट में आपकी जाँच चाहिए।',
    'notices.inReview': '{n} स्पॉट समीक्षा की क़तार में हैं।',
    'notices.deadJobs': '{n} काम रुक गए हैं। कारण देखें और फिर चलाएँ।',
  },
  {
    'notices.none': 'Nothing waits for you',
    'notices.noneText': 'When something comes, the bell shows a number.',
    'notices.open': 'Open',
    'notices.returned': 'Sent back by review: {n}. Read why and correct.',
    'notices.refused': 'Films that did not open: {n}. Send another film.',
    'notices.consentMissing': 'Clips without consent: {n}.',
    'notices.whoMissing': 'Clips that do not say whose they are: {n}.',
    'notices.draft': 'Spots that need your check: {n}.',
    'notices.inReview': 'Spots in the review queue: {n}.',
    'notices.deadJobs': 'Jobs that failed: {n}. See why and start them again.',
  },
);
