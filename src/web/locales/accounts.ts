import { messages } from './messages.ts';

export const accounts = messages(
  {
    'login.wrong': 'नंबर या पासवर्ड मेल नहीं खाता। फिर लिखें।',
    'login.slow': 'कई बार ग़लत हुआ। {time} बाद फिर कोशिश करें।',
    'login.ended': 'आप काफ़ी देर से नहीं थे, इसलिए लॉग आउट हुए। लिखा हुआ सुरक्षित है।',
    'password.short': 'पासवर्ड कम से कम {n} अक्षर का रखें।',
    'invitation.ended': 'यह लिंक पुराना हो गया या काम आ चुका है। जिसने भेजा था उनसे नया लिंक माँगें।',
    'person.taken': '“{login}” नाम से लॉग-इन पहले से है। दूसरा चुनें।',
    'person.place': 'यह जगह आपके क्षेत्र में नहीं है। सूची से चुनें।',
    'person.self': 'आप अपना खाता ख़ुद बंद नहीं कर सकते। किसी दूसरे प्रशासक से कहें।',
    'auth.needed': 'पहले लॉग इन करें।',
    'auth.token': 'यह टोकन मान्य नहीं है या वापस ले लिया गया है। नया टोकन बनवाएँ।',
    'auth.readOnly': 'यह टोकन सिर्फ़ देखने के लिए है।',
    'auth.csrf': 'यह पेज पुराना हो गया था। वापस जाकर पेज फिर खोलें और दोबारा भेजें।',
  },
  {
    'login.wrong': 'The number or password does not match. Try again.',
    'login.slow': 'Too many tries. Try again in {time}.',
    'login.ended': 'You were away, so you were logged out. What you wrote is kept.',
    'password.short': 'Use at least {n} characters for the password.',
    'invitation.ended': 'This link is old or has been used. Ask the person who sent it for a new one.',
    'person.taken': 'There is already a log-in called “{login}”. Choose another.',
    'person.place': 'This place is not in your area. Choose one from the list.',
    'person.self': 'You cannot shut your own account. Ask another administrator.',
    'auth.needed': 'Log in first.',
    'auth.token': 'This token is not valid or was revoked. Have a new one made.',
    'auth.readOnly': 'This token may only read.',
    'auth.csrf': 'This page had become old. Go back, open the page again and send it once more.',
  },
);
