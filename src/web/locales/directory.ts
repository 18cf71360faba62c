import { messages } from './messages.ts';

export const directory = messages(
  {
    'directory.csv.encoding': 'यह फ़ाइल पढ़ी नहीं जा सकी। एक्सेल में «Save As» से «CSV UTF-8» चुनकर दोबारा सहेजें।',
    'directory.csv.empty': 'इस फ़ाइल में शीर्षक के नीचे कोई पंक्ति नहीं है।',
    'directory.csv.noColumn': '«{column}» नाम का कॉलम नहीं मिला। पहली पंक्ति में कॉलम के नाम लिखें।',
    'directory.csv.broken': 'यह पंक्ति टूटी हुई है। देखें कि हर उद्धरण चिह्न (") बंद है।',
    'directory.csv.missing': '«{column}» ख़ाली है।',
    'directory.csv.id': '«{value}» पहचान नहीं बन सकती। छोटे अंग्रेज़ी अक्षर, अंक और - लिखें, जैसे ujn-01।',
    'directory.csv.twice': '«{value}» इस फ़ाइल में दो बार है।',
    'directory.csv.district': '«{value}» नाम का ज़िला नहीं मिला।',
    'directory.csv.districtLike': '«{value}» नाम का ज़िला नहीं मिला। क्या आप {like} कहना चाहते थे?',
    'directory.csv.operator': '«{value}» नाम का केबल ऑपरेटर नहीं मिला। पहले ऑपरेटर जोड़ें।',
    'directory.csv.phone': '«{value}» फ़ोन नंबर नहीं है। दस अंक लिखें।',
    'directory.csv.unknown': '«{value}» हम नहीं जानते। इनमें से लिखें: {choices}',
    'directory.csv.break': '«{value}» ब्रेक समझ नहीं आया। समय/सेकंड लिखें, जैसे 18:58:00/120।',
    'directory.csv.breakTwice': '{value} पर दो ब्रेक हैं।',
    'directory.csv.role': '«{value}» काम समझ नहीं आया। इनमें से लिखें: {choices}',
  },
  {
    'directory.csv.encoding':
      'This file could not be read. In Excel choose “Save As”, then “CSV UTF-8”, and try again.',
    'directory.csv.empty': 'This file has no row below its headings.',
    'directory.csv.noColumn': 'There is no column “{column}”. Write the columns’ names in the first row.',
    'directory.csv.broken': 'This row is broken. See that every quotation mark (") is closed.',
    'directory.csv.missing': '“{column}” is empty.',
    'directory.csv.id': '“{value}” cannot be an id. Use small letters, digits and -, such as ujn-01.',
    'directory.csv.twice': '“{value}” stands twice in this file.',
    'directory.csv.district': 'There is no district “{value}”.',
    'directory.csv.districtLike': 'There is no district “{value}”. Did you mean {like}?',
    'directory.csv.operator': 'There is no cable operator “{value}”. Add the operator first.',
    'directory.csv.phone': '“{value}” is not a phone number. Write its ten digits.',
    'directory.csv.unknown': 'We do not know “{value}”. Write one of: {choices}',
    'directory.csv.break': 'The break “{value}” is not clear. Write time/seconds, such as 18:58:00/120.',
    'directory.csv.breakTwice': 'There are two breaks at {value}.',
    'directory.csv.role': 'The role “{value}” is not clear. Write one of: {choices}',
  },
);
