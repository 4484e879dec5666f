/** Strings of the settings tab, and of notices about settings. */
import type { Strings } from '../strings';

export const settings: Strings['settings'] = {
  scope: {
    heading: '我的文章',
    mode: '哪些笔记算作你的文章',
    modeDesc: '总览会先看这些笔记。任何笔记都可以标记，其他笔记里的标记同样计入。',
    byRule: '按标签和复选框',
    wholeVault: '仓库里的每一篇笔记',
    tags: '标签',
    tagsDesc:
      '笔记属性里有其中一个标签，或它下面的子标签，就算符合。多个标签用逗号分隔；留空则不看标签。',
    wantCheckbox: '还要看复选框属性',
    wantCheckboxDesc: '打开后，复选框状态符合的笔记才算。',
    checkbox: '复选框属性',
    checkboxDesc: '笔记属性里的名称，空格也要一致。',
    checkboxEmpty: '请填写属性名称，或关闭上面的复选框选项。',
    checkboxValue: '需要的状态',
    ticked: '已勾选',
    notTicked: '未勾选',
    tagsInvalid: (tag) => `“${tag}”不是有效的标签。`,
  },
  marks: {
    heading: '标记的写法',
    root: '标签的第一个词',
    rootDesc: '只读取这个词下面的标签。用别的词标记过的笔记会保留原标签，但插件不再读到它们。',
    rootInvalid: '可以用文字、数字、- 或 _，不能有空格或斜线，也不能全是数字。',
    style: '形式',
    styleDesc: '两种形式都会读取；这里选的是之后写入的形式。',
    tag: '标签，阅读时可见',
    comment: '注释里的标签，阅读时隐藏',
    example: '示例',
    exampleQuestion: '为什么它需要这么多数据？',
  },
  taxonomy: {
    heading: '取向与阶段',
    label: '名称',
    color: '颜色',
    stages: '阶段（按顺序）',
    labelHint: '留空则用原名',
    id: (id) => `写入笔记时是 ${id}`,
    colors: {
      red: '红',
      orange: '橙',
      yellow: '黄',
      green: '绿',
      cyan: '青',
      blue: '蓝',
      purple: '紫',
      pink: '粉',
    },
  },
  lists: {
    heading: '列表显示的内容',
    embedded: '嵌在句中的问题',
    embeddedDesc: '转述的问题、括号里的问题，以及后面用逗号接下去的问题。',
    unmarked: '没有问号的问题',
    unmarkedDesc: '只靠用词发问的标题和句子，其中有些会判断错误。',
  },
  faults: {
    unreadable: '无法读取设置文件，目前使用默认值。在你更改设置之前，文件会保持原样。',
    newer:
      '设置是由较新的版本保存的，目前使用这个版本认识的部分。在你更改设置之前，文件会保持原样。',
    'not-settings': '设置文件的内容不是设置，目前使用默认值。在你更改设置之前，文件会保持原样。',
    faulty: (parts) =>
      `这些设置无法读取，已改用默认值：${parts}。在你更改设置之前，文件会保持原样。`,
    saveFailed: (reason) => `无法保存设置：${reason}`,
  },
};
