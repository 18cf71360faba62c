const nfc = (word: string) => word.normalize('NFC');
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(nfc));

/** Words that lean on the word before: a line never begins with them. */
export const LEANS_BACK = words(`
  का की के को से में पर ने तक ही भी जी
  है हैं हूँ हो था थे थी थीं रहा रहे रही गया गए गई गयी गये सका सके सकी सकता सकते सकती सकेगा सकेगी सकेंगे चाहिए
  चुका चुके चुकी होगा होगी होंगे हुआ हुए हुई लगा लगे लगी पाया पाए पाई पाता पाते पाती
`);

/** Forms of जाना: after a participle they are its auxiliary (दिया जाता, खोले जाएँगे). */
export const GOES = words(
  'जा जाना जाने जानी जाता जाते जाती जाए जाये जाएँ जाएगा जाएगी जाएँगे जायेगा जायेगी जायेंगे जाऊँ जाऊँगी जाऊँगा',
);

/** Second halves of postpositions in two words: के लिए, के साथ … */
export const AFTER_KE = words(`
  लिए साथ बाद तहत अंतर्गत द्वारा पास बारे कारण दौरान अनुसार बीच ऊपर नीचे आगे पीछे बिना अलावा पहले सामने ज़रिए माध्यम
  तौर रूप अधीन ख़िलाफ़ समान बजाय मुताबिक
`);

/** Case marks and words of time, after which a breath is natural: they close a group of words. */
export const CLOSES_GROUP = words(`
  ने को से में पर तक लिए बाद तहत अंतर्गत साथ द्वारा भी ही
  रोज़ रोज महीने साल दिन हफ़्ते सुबह शाम रात आज कल
`);

/** से with one of these compares: से अधिक, से पहले. */
export const COMPARES = words('अधिक ज़्यादा ज्यादा कम ऊपर पहले बेहतर बड़ा बड़ी बड़े');

export const GENITIVES = words('का की के');

/** Words that open a clause: a good place to begin a line, a bad one to end it. */
export const OPENS_CLAUSE = words(
  'और कि क्योंकि तो जो जब तब अब इसलिए लेकिन मगर परंतु ताकि जिससे जिसके जिसमें या तथा एवं अगर यदि',
);
export const JOINS = words('और कि या तथा लेकिन एवं क्योंकि इसलिए जो जब अगर यदि ताकि');

export const NEGATIONS = words('नहीं न मत ना');

/** Forms with which a Hindi sentence likely ends. */
export const FINITE = words(`
  है हैं हूँ था थे थी थीं गया गए गई गयी गये होगा होगी होंगे चाहिए चुका चुकी चुके दिया दी दिए किया लिया आया आई आए मिला मिली मिले
  हुआ हुई हुए बताया कहा करें लें दें
`);

/** Words that point at the noun after them. */
export const DETERMINERS = words(`
  इस उस इन उन हर मेरा मेरी मेरे मुझे हमारा हमारी हमारे तुम्हारा आपका आपकी आपके उनका उनकी उनके उसका उसकी उसके इसका इसकी इसके
  अपना अपनी अपने सभी पूरा पूरी पूरे सब कुछ कई बहुत किसी कोई ऐसा ऐसी ऐसे जिस जिन बड़ा बड़ी बड़े नया नई नए अच्छा अच्छी अच्छे सिर्फ़ केवल
`);

/** Second parts of names and titles, and what stands before a name. */
export const NAME_TAILS = words('बाई देवी कुमार कुमारी सिंह बेन प्रसाद लाल योजना कार्ड मिशन अभियान');
export const NAME_HEADS = words('श्री श्रीमती सुश्री डॉ. डॉ पं. ग्राम ज़िला जिला तहसील');

/** Number words; digits are told apart by their form. */
export const NUMBERS = words(`
  एक दो तीन चार पाँच पांच छह छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह पन्द्रह सोलह सत्रह अठारह उन्नीस बीस पच्चीस तीस
  पैंतीस चालीस पैंतालीस पचास साठ सत्तर पचहत्तर अस्सी नब्बे सौ हज़ार हजार लाख करोड़ डेढ़ ढाई सवा साढ़े आधा
`);

const LIGHT_STEMS = 'कर|हो|दे|ले|मिल|आ|बन';
const VERB_ENDINGS =
  '|ना|ने|नी|ता|ते|ती|कर|के|ें|े|ेंगे|ेगा|ेगी|ूँ|ूँगा|ूँगी|ो|ा|ी|या|ये|ए|ई|गा|गी|गे|ंगे|ँगा|ाया|ाई|ाए|वाया|वाई|ंगी|ीं|तीं|एँ|एगा|एगी|एँगे';
const IRREGULAR = 'किया|किए|की|दिया|दी|दिए|लिया|ली|हुआ|हुई|हुए|लूँ|लूँगा|दूँ|दूँगा|दें|लें|देंगे|लेंगे|दूँगी|लूँगी';

/** Light verbs, which make one idea with the noun before: काम करना, मदद मिलना. */
export const LIGHT_VERB = new RegExp(nfc(`^(?:(?:${LIGHT_STEMS})(?:${VERB_ENDINGS})|${IRREGULAR})$`), 'u');
