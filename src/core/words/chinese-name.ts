/** Whether Chinese characters are put together as a person's name is: `唐鳳`, `歐陽明`, `王老師`, `陳先生`, `媽媽`, `老王`. */

/** Family names that few other words begin with. */
const FAMILY =
  '王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何林羅罗鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾蕭萧肖田董潘袁蔡蔣蒋余杜葉叶程魏蘇苏呂吕丁沈姚盧卢傅鍾钟姜崔譚谭廖范汪陸陆戴賈贾韋韦夏邱侯鄒邹熊孟秦江閻阎薛尹雷黎史龍龙陶賀贺顧顾毛郝龔龚邵錢钱嚴严莫孔湯汤康施牛樊葛邢齊齐喬乔伍龐庞顏颜倪莊庄聶聂章魯鲁翟殷詹歐欧耿焦俞柳祝寧宁阮柯紀纪梅童凌畢毕裴霍高藍蓝洪游簡简巫涂翁駱骆甘';
const FAMILY_OF_TWO =
  /^(?:歐陽|欧阳|司馬|司马|諸葛|诸葛|上官|皇甫|尉遲|尉迟|端木|慕容)[\u3400-\u9fff]{1,2}$/;
const FULL = new RegExp(`^[${FAMILY}][\\u3400-\\u9fff]{1,2}$`);
/** Words that begin with a family name, and are none. */
const OTHER_WORD =
  /^(?:周[期末邊边圍围年報报刊知]|程[序式度]|[馬马]上|何[時时謂谓為为處处必以]|范[例圍围式疇畴文]|[謝谢][謝谢]|曾[經经]|史[料實实]|[顧顾][客問问慮虑]|[嚴严][重格密]|施[工行加]|章[節节程]|[紀纪][錄录念要律]|江[湖南北]|高[級级性能效度頻频亮光潮層层階阶危風风質质峰端考中低]|[許许][多可願愿]|[張张][力數数貼贴]|[陳陈][述列舊旧]|[黃黄][金色]|林[業业]|[龍龙][頭头]|康[復复]|[葉叶][子節节]|田野|夏[天季令]|[簡简][介單单稱称化述短要而]|[藍蓝][圖图色牙]|游[戲戏客標标]|洪水|[歐欧][洲元]|[羅罗][輯辑列]|童[年話话]|[畢毕][竟業业]|凌晨|[寧宁]可|甘特|胡[亂乱說说]|[莊庄][家園园]|徐徐|[唐宋][朝代詩诗詞词]|[韓韩][國国語语])/;
/** What words end in, and people's names do not. */
const ENDS_WORD =
  /[性化法論论率型類类點点力量值表圖图面層层段者度版區区款項项題题問问答說说詞词句碼码庫库器機机端網网們们的了是於于上下後后內内外里裡例課课本式序期線线稿誌志書书報报源頁页]$/;
/** How somebody is spoken of behind a name. */
const TITLED =
  /^[\u3400-\u9fff]{1,4}(?:先生|小姐|女士|老師|老师|教授|博士|[醫医][師师生]|同[學学]|伯伯|叔叔|阿姨|奶奶|[爺爷]{2}|[媽妈]{2}|爸爸|[媽妈爸哥姐姊嫂叔伯姨])$/;
/** Work that stands for a place in a company as well: `部門總監`; `張總監` is somebody. */
const EMPLOYED = new RegExp(
  `^[${FAMILY}][\\u3400-\\u9fff]{0,2}(?:主任|[經经]理|[總总]?[監监]|[總总]裁?|[部市校院局處处][長长]|[議议委][員员]|律[師师]|[記记]者|[導导]演?|秘[書书]|董)$`,
);
const KIN =
  /^(?:[媽妈]{2}|爸爸|[爺爷]{2}|奶奶|外[公婆]|阿[公嬤嬷姨媽妈爸]|哥哥|姐姐|姊姊|弟弟|妹妹|老[公婆]|太太|女[兒儿]|[兒儿]子|[媽妈爸])$/;
/** `老王`, `小明`, `阿華`. */
const CALLED = /^[老小阿][\u3400-\u9fff]$/;
const NOT_CALLED = /^(?:小[結结節节標标計计組组題题說说記记知識识於于貼贴技寫写]|老[闆板])/;
/** `約翰·史密斯`. */
const FOREIGN = /^[\u3400-\u9fff]{1,6}[·．・][\u3400-\u9fff]{1,6}$/;

/** A `full` name tells a person by itself; a `short` one may be a word as well. */
export type ChineseName = 'full' | 'short' | 'none';

/** How much `name` is put together as a person's name. */
export function chineseNameOf(name: string): ChineseName {
  if ([KIN, TITLED, EMPLOYED, FOREIGN, FAMILY_OF_TWO].some((pattern) => pattern.test(name))) {
    return 'full';
  }
  if (CALLED.test(name)) return NOT_CALLED.test(name) ? 'none' : 'short';
  if (!FULL.test(name) || ENDS_WORD.test(name) || OTHER_WORD.test(name)) return 'none';
  return name.length === 3 ? 'full' : 'short';
}

/** Whether the one character is a family name, as interviews shorten it: `莊：不會。` */
export function isFamilyName(character: string): boolean {
  return character.length === 1 && FAMILY.includes(character);
}
