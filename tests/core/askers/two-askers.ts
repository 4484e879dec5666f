/** An article that puts two askers side by side: sixteen questions below one name, nine below the other. */

const asked = (who: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${who}第 ${at + 1} 個問題為什麼這樣問？`).join('\n\n');

export const TWO_ASKERS_BODY = `【兩位頂尖的提問者】

頂尖的人都會問什麼問題？

—

▋第一部分：Ilya Sutskever 都在問什麼問題？

他的問題都圍繞同一件事。

▋1. 關於本質

核心問題：

${asked('他', 9)}

—

▋2. 關於方向

${asked('他', 7)}

—

▋第二部分： Dwarkesh Patel 都在問什麼？

▋1. 釐清定義

${asked('你', 4)}

—

▋2. 挑戰限制

${asked('你', 5)}
`;

export const TWO_ASKERS = `---
tags:
  - my-article
Checkbox 1: true
---
${TWO_ASKERS_BODY}`;
