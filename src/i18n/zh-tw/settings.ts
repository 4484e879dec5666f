/** Strings of the settings tab, and of notices about settings. */
import type { Strings } from '../strings';

export const settings: Strings['settings'] = {
  scope: {
    heading: '我的文章',
    mode: '哪些筆記算是你的文章',
    modeDesc: '總覽會先看這些筆記。任何筆記都可以標記，其他筆記裡的標記也照樣計入。',
    byRule: '依標籤與核取方塊',
    wholeVault: '儲存庫裡的每一篇筆記',
    tags: '標籤',
    tagsDesc:
      '筆記屬性中有其中一個標籤，或它底下的子標籤，就算符合。多個標籤用逗號分開；留空則不看標籤。',
    wantCheckbox: '還要看核取方塊屬性',
    wantCheckboxDesc: '開啟後，核取方塊的狀態符合的筆記才算。',
    checkbox: '核取方塊屬性',
    checkboxDesc: '筆記屬性裡的名稱，空格也要一樣。',
    checkboxEmpty: '請填屬性名稱，或關閉上面的核取方塊選項。',
    checkboxValue: '需要的狀態',
    ticked: '已勾選',
    notTicked: '未勾選',
    tagsInvalid: (tag) => `「${tag}」不是有效的標籤。`,
  },
  marks: {
    heading: '標記的寫法',
    root: '標籤開頭的字',
    rootDesc: '只讀取這個字底下的標籤。用別的字標記過的筆記會保留原標籤，但外掛不再讀到它們。',
    rootInvalid: '可以用文字、數字、- 或 _，不能有空格或斜線，也不能全是數字。',
    style: '形式',
    styleDesc: '兩種形式都會讀取；這裡選的是之後寫入的形式。',
    tag: '標籤，閱讀時看得到',
    comment: '註解裡的標籤，閱讀時隱藏',
    example: '範例',
    exampleQuestion: '為什麼它需要這麼多資料？',
  },
  taxonomy: {
    heading: '取向與階段',
    label: '名稱',
    color: '顏色',
    stages: '階段（依順序）',
    labelHint: '留空則用原名',
    id: (id) => `寫入筆記時是 ${id}`,
    colors: {
      red: '紅',
      orange: '橙',
      yellow: '黃',
      green: '綠',
      cyan: '青',
      blue: '藍',
      purple: '紫',
      pink: '粉紅',
    },
  },
  lists: {
    heading: '清單顯示的內容',
    embedded: '嵌在句中的問題',
    embeddedDesc: '轉述的問題、括號裡的問題，以及後面用逗號接下去的問題。',
    unmarked: '沒有問號的問題',
    unmarkedDesc: '只靠用詞發問的標題與句子，其中有些會判斷錯誤。',
  },
  faults: {
    unreadable: '讀不到設定檔，目前使用預設值。在你更改設定之前，檔案會維持原樣。',
    newer:
      '設定是由較新的版本儲存的，目前使用這個版本認得的部分。在你更改設定之前，檔案會維持原樣。',
    'not-settings': '設定檔的內容不是設定，目前使用預設值。在你更改設定之前，檔案會維持原樣。',
    faulty: (parts) =>
      `這些設定無法讀取，已改用預設值：${parts}。在你更改設定之前，檔案會維持原樣。`,
    saveFailed: (reason) => `無法儲存設定：${reason}`,
  },
};
