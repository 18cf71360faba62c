import { messages } from './messages.ts';

export const traffic = messages(
  {
    'traffic.preview': '{n} बार चलेगा · {c} चैनल, रोज़ {t} बार',
    'traffic.noRoom': '{n} के लिए जगह नहीं: {why}',
    'traffic.sameTwice': '{name} लगातार दो बार। एक को {time} पर रखें?',
    'plan.refused.invalid': 'आदेश की फ़ाइल में ग़लती है। यह ठीक करके फिर भेजें: {detail}',
    'document.refused.notJson': 'यह फ़ाइल पढ़ी नहीं जा सकी: यह JSON नहीं है। सही फ़ाइल चुनें।',
  },
  {
    'traffic.preview': '{n} plays · {c} channels, {t} a day',
    'traffic.noRoom': 'No room for {n}: {why}',
    'traffic.sameTwice': '{name} twice in a row. Move one to {time}?',
    'plan.refused.invalid': 'The order has a mistake. Mend this and send it again: {detail}',
    'document.refused.notJson': 'This file could not be read: it is not JSON. Choose the right file.',
  },
);
