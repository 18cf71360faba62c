import { messages } from './messages.ts';

/** Steadying, cleaning and light: what was measured, and the switches. */
export const helps = messages(
  {
    'film.hint.steady': 'क्लिप काफ़ी हिलती है। --steady से तस्वीर थमी हुई बनेगी।',
    'film.hint.denoise': 'अँधेरे की वजह से तस्वीर में दाने हैं। --denoise से तस्वीर साफ़ बनेगी।',
    'film.hint.brighter': 'तस्वीर में रोशनी कम है। --exposure से तस्वीर उजली बनेगी।',
    'film.hint.darker': 'तस्वीर बहुत उजली है। --exposure से तस्वीर सँभलेगी।',
    'film.hint.exposureKept': 'रोशनी पहले से ठीक है, इसलिए --exposure ने कुछ नहीं बदला।',
    'film.refused.noSteady':
      'इस मशीन के FFmpeg में तस्वीर थामने का साधन (vid.stab) नहीं है। इसे बंद करके बनाएँ, या पूरा FFmpeg लगाएँ।',
    'film.refused.noDenoise': 'इस मशीन के FFmpeg में दाने हटाने का साधन (hqdn3d) नहीं है। इसे बंद करके बनाएँ, या पूरा FFmpeg लगाएँ।',
  },
  {
    'film.hint.steady': 'The clip shakes a lot. --steady would hold the picture still.',
    'film.hint.denoise': 'There is grain in the picture, as darkness makes it. --denoise would clean it.',
    'film.hint.brighter': 'The picture is too dark. --exposure would brighten it.',
    'film.hint.darker': 'The picture is too bright. --exposure would hold it back.',
    'film.hint.exposureKept': 'The light is right already, so --exposure changed nothing.',
    'film.refused.noSteady':
      'The FFmpeg of this machine cannot steady a picture (vid.stab). Switch it off, or install a full FFmpeg.',
    'film.refused.noDenoise':
      'The FFmpeg of this machine cannot take out grain (hqdn3d). Switch it off, or install a full FFmpeg.',
  },
);
