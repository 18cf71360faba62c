import { messages } from './messages.ts';

/** Words of the month's page. */
export const airingPage = messages(
  {
    'month.previous': 'पिछला महीना',
    'month.next': 'अगला महीना',
    'month.import': 'पुष्टि की फ़ाइल जोड़ें',
    'month.table': 'महीने की तालिका',
    'month.operator': 'केबल ऑपरेटर',
    'month.show': 'दिखाएँ',
    'month.empty': 'इस महीने अभी कुछ तय नहीं है।',
    'month.emptyText': 'ट्रैफिक में प्रसारण आदेश जुड़ते ही दिन यहाँ दिखेंगे।',
    'month.listen': '10 सेकंड सुनें',
    'month.soundLabel': 'रिकॉर्डिंग की आवाज़, स्पॉट के आसपास',
    'month.makeGood': 'भरपाई का सुझाव',
    'month.otherTime': 'दूसरा समय चुनें',
  },
  {
    'month.previous': 'Previous month',
    'month.next': 'Next month',
    'month.import': 'Add a confirmation file',
    'month.table': 'Table of the month',
    'month.operator': 'Cable operator',
    'month.show': 'Show',
    'month.empty': 'Nothing is planned this month yet.',
    'month.emptyText': 'The days appear here as soon as traffic adds an order.',
    'month.listen': 'Hear 10 seconds',
    'month.soundLabel': 'Sound of the recording around the spot',
    'month.makeGood': 'Proposed make-good',
    'month.otherTime': 'Choose another time',
  },
);
