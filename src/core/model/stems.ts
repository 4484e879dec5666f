/**
 * Beginnings of questions for each stage. Those that ship stand here, as one text a stage, and are read when somebody
 * first asks for them; a stage whose stems were edited has its own in the taxonomy, in the languages that were edited.
 */
import { stemSource } from '../text/gap';
import type { MarkValue } from './question';
import { stageKey } from './stage-key';
import { findStage, findStance, LANGUAGES, type Language, type Stances } from './taxonomy';

/** More are no choice any more, and have no digit. */
export const MOST_STEMS = 9;

/** By stage, the languages in the order of `LANGUAGES`, a stem a line. */
const SHIPPED = (): Readonly<Record<string, string>> => ({
  'inward/anomaly': `Why does __ happen when everything says it shouldn’t?
What did we expect of __, and what did we get instead?
Why has __ never turned into __?
When did __ stop being true?
Which of our results do we keep explaining away?

照理說__不該發生，為什麼它偏偏發生了？
我們以為__，結果看到的卻是__，中間出了什麼事？
為什麼__的時候沒事，一到__就不行？
大家都說__，為什麼我看到的正好相反？
有哪件事一直不對勁，卻沒有人停下來問？

按理说__不该发生，为什么它偏偏发生了？
我们以为__，结果看到的却是__，中间出了什么事？
为什么__的时候没事，一到__就不行？
大家都说__，为什么我看到的正好相反？
有哪件事一直不对劲，却没有人停下来问？`,
  'inward/difference': `What does __ have that __ never will?
If __ and __ look the same from outside, where do they part?
What would you have to take away before __ stopped being __?
Is the difference between __ and __ one of degree or of kind?
What is this really about?

有什麼是__有，而__怎麼樣都不會有的？
__和__看起來差不多，到底從哪裡開始分開？
要拿掉什麼，__才不再是__？
__和__之間，是程度不同，還是根本就是兩回事？
說到底，這究竟是什麼？

有什么是__有，而__无论如何都不会有的？
__和__看起来差不多，到底从哪里开始分开？
要拿掉什么，__才不再是__？
__和__之间，是程度不同，还是根本就是两回事？
说到底，这究竟是什么？`,
  'inward/direction': `What if the question was never __, but __?
Is it __ that is wrong, or the way we frame it?
If we gave up the idea that __, which road would be left?
Could what drives __ be put to use in __?
Do we do it this way because it is best, or because we know no other?

我們一直在問__，有沒有可能該問的是__？
是不是__這個框架本身就有問題？
如果拿掉__這個前提，還剩下哪一條路？
__背後的機制，能不能借來用在__？
我們這樣做，是因為它最好，還是因為不知道別的方法？

我们一直在问__，有没有可能该问的是__？
是不是__这个框架本身就有问题？
如果拿掉__这个前提，还剩下哪一条路？
__背后的机制，能不能借来用在__？
我们这样做，是因为它最好，还是因为不知道别的办法？`,
  'outward/definition': `When you say __, what exactly do you mean?
What counts as __, and what no longer does?
How would I recognise __ if I saw it?
Can you give me one example of __ and one that comes close but isn’t?
Does __ mean the same to you as it does to __?

你說的__，具體是指什麼？
做到什麼程度才算__，差一點的又算什麼？
如果__就在我眼前，我要怎麼認出來？
能不能舉一個__的例子，再舉一個很像但不是的？
你說的__，和__說的是同一件事嗎？

你说的__，具体是指什么？
做到什么程度才算__，差一点的又算什么？
如果__就在我眼前，我要怎么认出来？
能不能举一个__的例子，再举一个很像但不是的？
你说的__，和__说的是一回事吗？`,
  'outward/analogy': `What is __ most like among the things we already know?
If __ is like __, what plays the part of __?
Where has someone already solved something of the same shape as __?
How far does the comparison with __ carry before it breaks?
How would you explain __ to someone who only knows __?

在我們熟悉的事情裡，__最像哪一樣？
如果把__比作__，那麼__對應的是什麼？
還有哪個領域早就碰過跟__一樣的問題？
拿__來比，比到哪裡就不像了？
要對一個只懂__的人講，你會怎麼說__？

在我们熟悉的事情里，__最像哪一样？
如果把__比作__，那么__对应的是什么？
还有哪个领域早就遇到过跟__一样的问题？
拿__来比，比到哪里就不像了？
要对一个只懂__的人讲，你会怎么说__？`,
  'outward/limits': `Who would pay for __, and what would they give up for it?
What happens to __ when there is ten times as much of __?
With only __ left, what would you keep and what would you drop?
What stops __ from doing the same thing sooner?
What would have to go wrong for this to fail?

__的錢和時間從哪裡來，又要拿什麼去換？
如果__變成十倍，__還撐得住嗎？
要是只剩下__，你會留下什麼、放掉什麼？
__也想做同一件事，憑什麼是我們先做到？
要出什麼差錯，這件事才會失敗？

__的钱和时间从哪里来，又要拿什么去换？
如果__变成十倍，__还撑得住吗？
要是只剩下__，你会留下什么、放掉什么？
__也想做同一件事，凭什么是我们先做到？
要出什么差错，这件事才会失败？`,
  'outward/philosophy': `How do you tell a good __ from one that only looks good?
How did you know that __ was right before anyone could show it?
If __ no longer needed us, what would still be worth doing?
Who gets to decide what __ is for?
What would you have to see to change your mind?

你怎麼分辨真正好的__，和只是看起來好的？
在還沒有人能證明之前，你怎麼知道__是對的？
如果__不再需要我們，還有什麼值得做？
__到底是為了什麼，又該由誰來決定？
要看到什麼，你才會改變想法？

你怎么分辨真正好的__，和只是看起来好的？
在还没有人能证明之前，你怎么知道__是对的？
如果__不再需要我们，还有什么值得做？
__到底是为了什么，又该由谁来决定？
要看到什么，你才会改变想法？`,
});

let shipped: Readonly<Record<string, string>> | null = null;

/** The stems of a stage in a language, as they are kept and edited; none where it has none. */
export function stemsOf(
  taxonomy: Stances,
  { stance, stage }: MarkValue,
  language: Language,
): readonly string[] {
  const known = findStance(taxonomy, stance);
  const own = known && findStage(known, stage)?.stems;
  if (own?.[language]) return own[language];
  const shippedOnes = shippedStems({ stance, stage }, language);
  // As of all words of the taxonomy, English ones stand in for those of another language.
  return shippedOnes.length > 0 ? shippedOnes : (own?.en ?? []);
}

/** Those that ship; none for a stage that does not. */
export function shippedStems(mark: MarkValue, language: Language): readonly string[] {
  shipped ??= SHIPPED();
  const text = shipped[stageKey(mark)];
  return text?.split('\n\n')[LANGUAGES.indexOf(language)]?.split('\n') ?? [];
}

/** Stems as they are typed, one a line: each once, none empty. */
export function stemsIn(typed: string): readonly string[] {
  const stems = typed.split('\n').map(stemSource);
  return [...new Set(stems.filter((stem) => stem !== ''))].slice(0, MOST_STEMS);
}
