import { messages } from './messages.ts';

export const accounts = messages(
  {
    'login.wrong': 'नंबर या पासवर्ड मेल नहीं खाता। फिर लिखें।',
    'login.slow': 'कई बार ग़लत हुआ। {time} बाद फिर कोशिश करें।',
    'login.ended': 'आप काफ़ी देर से नहीं थे, इसलिए लॉग आउट हुए। लिखा हुआ सुरक्षित है।',
  },
  {
    'login.wrong': 'The number or password does not match. Try again.',
    'login.slow': 'Too many tries. Try again in {time}.',
    'login.ended': 'You were away, so you were logged out. What you wrote is kept.',
  },
);
