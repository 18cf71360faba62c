import { messages } from './messages.ts';

export const traffic = messages(
  {
    'traffic.preview': '{n} बार चलेगा · {c} चैनल, रोज़ {t} बार',
    'traffic.noRoom': '{n} के लिए जगह नहीं: {why}',
    'traffic.sameTwice': '{name} लगातार दो बार। एक को {time} पर रखें?',
  },
  {
    'traffic.preview': '{n} plays · {c} channels, {t} a day',
    'traffic.noRoom': 'No room for {n}: {why}',
    'traffic.sameTwice': '{name} twice in a row. Move one to {time}?',
  },
);
