/**
 * Notions that tell stages apart, as words of both languages: with them, what a few questions in one language teach
 * holds for the other, and for words that no judged question had. Patterns; the English ones are matched at the
 * start and the end of words, the Chinese ones anywhere, in folded text. A changed entry asks for new weights
 * (`npm run suggest:train`).
 */

import { foldText } from '../../text/fold-text';
import { LastTexts } from './last-texts';

interface Notion {
  readonly english: string;
  readonly chinese: string;
}

const NOTIONS: { readonly [name: string]: Notion } = {
  why: {
    english: 'why|how come|what for|the reasons?',
    chinese: '为什么|为何|怎么会|何以|原因|凭什么|干嘛|缘故|理由|何故|怎么不|为啥',
  },
  cause: {
    english:
      'what (?:made|makes|led|leads|caused|causes|drove|drives|prompted|brought|got)|causes?|because',
    chinese: '导致|造成|引起|因为|由于|使得|促使|起因',
  },
  how: {
    english: 'how (?:do|does|did|can|could|would|should|will|are|is|to|have|has)|how',
    chinese: '如何|怎么|怎样|怎麽',
  },
  amount: {
    english: String.raw`how (?:many|much|long|often|big|large|far|old|fast|soon|frequent\w*)|what percent\w*|what proportion`,
    chinese:
      '多少|几个|几位|几次|多久|多大|多长|多远|几年|几天|几点|比例|几成|几千|几万|几百|几家|几种|几号|第几',
  },
  who: {
    english: 'who|whom|whose',
    chinese: '谁|哪位|哪些人|哪个人|什么人',
  },
  when: {
    english: 'when|what (?:time|year|date|day)',
    chinese: '什么时候|何时|哪一年|几时|哪天|多会儿|时间点',
  },
  where: {
    english: 'where',
    chinese: '哪里|何处|在哪|哪儿|哪边|什么地方|何方',
  },
  which: {
    english: 'which',
    chinese: '哪个|哪一|哪种|哪些|哪几|哪方面|何种|何者',
  },
  what: {
    english: 'what',
    chinese: '什么|甚么|啥|何',
  },
  meaning: {
    english: String.raw`what (?:do|does|did) (?:you|that|it|this|they|we) mean|mean(?:s|ing|t)?|definition|defin\w+|in other words|refer\w*|clarif\w*|so you(?:'re| are) saying|saying`,
    chinese:
      '意思|定义|是指|指的|所谓|何谓|也就是|换句话|意味|即是|就是说|什么叫|叫做|含义|的意思是',
  },
  whatIs: {
    english: "what(?:'s| is| are| was| were) (?:a|an|the|that|this|it|your|those|these|some)?",
    chinese: '是什么|有什么|什么是|为何物|是啥|是怎样的|是怎么样',
  },
  example: {
    english: String.raw`example|examples|instance|such as|specific\w*|concrete\w*|like what|kind of|kinds of|sort of|type of|types of|walk (?:us|me) through|give (?:us|me)|describe|elaborate|explain|tell (?:us|me)|talk (?:about|through)|share|details?`,
    chinese:
      '例如|比如|举例|例子|案例|具体|哪类|介绍|说明|解释|谈谈|讲讲|聊聊|分享|描述|详细|细节|举个',
  },
  yesNo: {
    english: '',
    chinese: String.raw`[吗嘛]\?*$`,
  },
  isNot: {
    english:
      "is(?:n't| it not)|aren't|wasn't|weren't|don't you|doesn't|didn't|won't|can't|shouldn't|wouldn't|isn't it",
    chinese: '是不是|不是.{0,16}吗|难道|岂|莫非|不就',
  },
  exists: {
    english:
      'have you (?:ever )?|do you have|did you|have they|is there|are there|was there|were there',
    chinese: '有没有|是否有|有无|可有|有否',
  },
  ability: {
    english:
      'can you|could you|can we|could we|can it|is it possible|possible|able to|can i|could i|allowed',
    chinese:
      '能不能|可不可以|能否|可否|是否可以|是否能|可不可能|可以吗|能吗|有办法|有没有办法|有机会|有可能|可能吗|可行',
  },
  will: {
    english: 'will|would|going to|gonna',
    chinese: '会不会|是否会|会吗|将会|将来|会|要不要',
  },
  should: {
    english: 'should|ought|need to|needs to|have to|must|better to|want to',
    chinese: '应该|应当|该|需要|必须|要不要|是否应|是否需|得要|须|宜',
  },
  future: {
    english: String.raw`future|next|tomorrow|upcoming|coming|five years|ten years|forward|down the road|where (?:do|are|is|will)|see (?:it|this|that|things) going|evolv\w*|become|predict\w*|forecast|expect\w*|plan|plans|planning|roadmap|looking ahead|on the horizon|excited about`,
    chinese:
      '未来|将来|以后|今后|接下来|下一步|往后|之后|明年|展望|前景|趋势|发展|预测|预期|计划|打算|规划|方向|下一个|走向|日后|长远|后续|即将',
  },
  advice: {
    english: String.raw`advice|recommend\w*|suggest\w*|tips?|approach|best (?:way|practice|practices)|how (?:do|would|should|can|could) (?:i|we|people|someone|folks|you|one|they)|what (?:should|can|could) (?:i|we|people|they|one)|strateg\w*|improve|better|start|get started|learn|solution|solve|fix|instead|alternativ\w*|rather|change|differently|shift|rethink`,
    chinese:
      '建议|推荐|意见|怎么办|怎么做|如何做|办法|方法|策略|改善|改进|改变|解决|提升|替代|取代|另外|转型|转变|转换|努力|协助|帮助|推动|重新|其他方式|不如|还是说|还是要|要怎么|该怎么|该如何|如何让|如何才能|怎样才能|怎么让|可以怎么',
  },
  hope: {
    english: String.raw`hope|wish|goal|goals|vision|ideal|aim|opportunit\w*|potential`,
    chinese: '希望|期望|期待|目标|愿景|理想|目的|机会|潜力|期许',
  },
  money: {
    english: String.raw`money|cost|costs|price|pric\w+|pay|paid|paying|fund\w*|budget|revenue|business model|profit\w*|invest\w*|salary|expens\w+|afford|fee|fees|econom\w+|market|sell|sales|sustainab\w*|monetiz\w*|free|buy`,
    chinese:
      '钱|成本|价格|费用|经费|预算|收入|商业模式|营利|获利|投资|薪水|贵|便宜|负担|经济|市场|资金|补助|付费|收费|营收|募资|财务|免费|资源|元|买|卖',
  },
  scale: {
    english: String.raw`scal\w+|large|huge|thousands|millions|billions|everyone|everybody|all the|enough|many people|big|grow\w*|adopt\w*|mainstream|wide\w*`,
    chinese:
      '规模|大量|普及|所有人|每个人|大家都|全国|全世界|足够|够|大型|扩大|扩散|人数|数量|上限|负载|容量',
  },
  time: {
    english: String.raw`time|deadline|hours|weeks|months|years|schedule|timeline|too (?:late|early|slow|long)|fast|quick\w*|speed|slow\w*|wait`,
    chinese: '时间|来得及|期限|时程|进度|几个月|太慢|太晚|速度|快|慢|等到|年限|时效|期程',
  },
  law: {
    english: String.raw`law|laws|legal\w*|regulat\w*|govern\w*|polic\w+|rule|rules|licen[sc]\w*|copyright|court|complian\w*|privacy|liab\w*|rights?|permission`,
    chinese:
      '法律|法规|法令|合法|违法|规定|规范|法|管制|政府|政策|授权|版权|著作权|法院|隐私|个资|责任|许可|权利|权限|主管机关|条例|修法|立法|监管',
  },
  risk: {
    english: String.raw`risk\w*|problem|problems|issue|issues|challeng\w*|difficult\w*|hard|tricky|danger\w*|secur\w*|attack\w*|fail\w*|break\w*|broken|wrong|bad|worr\w*|concern\w*|threat\w*|abuse|bias\w*|trust|safe\w*|obstacle|barrier|struggle|bottleneck|downside|trade-?offs?|drawback|limit\w*|constraint\w*|cons|fear|afraid|conflict`,
    chinese:
      '风险|问题|挑战|困难|难|危险|安全|攻击|失败|破坏|坏|担心|担忧|忧虑|威胁|滥用|偏见|信任|障碍|瓶颈|缺点|限制|冲突|矛盾|疑虑|顾虑|阻力|压力|影响|伤害|漏洞|难题|副作用|代价|牺牲|争议|反对|抵制|质疑',
  },
  works: {
    english: String.raw`work|works|working|hold up|handle|deal with|manage|ensure|make sure|guarantee|prevent|avoid|protect|maintain|support|reliab\w*|perform\w*|effective\w*|feasib\w*|realistic\w*|practical\w*|in practice|actually|really|truly|accura\w*|correct\w*|robust|balance|enough|overcome|keep`,
    chinese:
      '行得通|可行|有效|有用|真的|确实|确保|保证|避免|防止|处理|因应|应对|面对|维护|维持|实际|落实|执行|运作|操作|支持|支撑|承受|做得到|达到|克服|平衡|现实|实务|准确|验证|检验|证明|落地|可靠|稳定|效果|成效|实施|管理|控制',
  },
  people: {
    english: String.raw`people|users?|customers?|community|communities|public|society|team|teams|compan\w+|engineers?|developers?|contributors?`,
    chinese:
      '民众|使用者|用户|人力|社会|社群|公众|团队|公司|人民|市民|厂商|学生|老师|员工|家长|志工|单位|机关|部门|青年|医院',
  },
  condition: {
    english: String.raw`if|unless|suppose|what if|assum\w*|in case|even if|when you|what happens|without`,
    chinese: '如果|假如|若|要是|假设|万一|即使|倘若|的话|没有的话|除非|一旦',
  },
  but: {
    english: 'but|however|although|though|yet|still|despite',
    chinese: '但|可是|不过|然而|却|虽然|尽管|只是|反而',
  },
  compare: {
    english: String.raw`compar\w+|differen\w+|versus|vs|distinguish\w*|distinct\w*|unlike|separat\w*|between|relationship|relat\w+|same|similar\w*|overlap|contrast|rather than|as opposed to|both`,
    chinese:
      '差异|差别|区别|不同|比较|相比|对比|区分|差在|之间|关系|分别|一样|相同|相似|同样|异同|差距|两者|相对|有别于',
  },
  analogy: {
    english: String.raw`like a|like an|like the|similar to|analog\w+|metaphor\w*|equivalent\w*|akin|reminds?|resembl\w*|sort of like|kind of like|as if|think of it as|parallel\w*|just like|looks? like|sounds? like`,
    chinese:
      '类似|像是|好像|就像|比喻|类比|相当于|等于|仿佛|比方|如同|譬如|好比|像|近似|有点像|参考|可以想成|当成|当作',
  },
  essence: {
    english: String.raw`essen\w+|fundamental\w*|core|nature|root|underlying|mechanism\w*|principle|principles|really is|truly|at its heart|inherent\w*|intrinsic\w*|key|under the hood|exactly|secret`,
    chinese:
      '本质|根本|核心|原理|机制|究竟|到底|真正|实质|关键|内在|根源|基本|逻辑|原则|真相|奥秘|怎么运作|怎样形成|怎么来|如何运作|如何产生|来源',
  },
  strange: {
    english: String.raw`strange\w*|weird\w*|surpris\w+|odd|interesting\w*|unexpected\w*|curious|shock\w*|unusual|crazy|suddenly|still|never|not|no one|nobody|always|even`,
    chinese:
      '奇怪|惊讶|意外|居然|竟然|反常|没想到|为什么不|却|还是|突然|怎么还|为什么没|一直|从来|反而|偏偏|仍然|仍|越来越|只有|不能|没有',
  },
  opinion: {
    english: String.raw`think|feel|feeling|believe|opinion|view|views|perspective|thoughts?|take|your sense|impression|consider|see|seem\w*|guess|imagine|agree`,
    chinese:
      '觉得|认为|看法|怎么看|如何看|看待|观点|意见|感觉|感受|想法|相信|同意|认同|评价|想|以为|态度|立场|赞成|评论|见解',
  },
  value: {
    english: String.raw`meaning|mean\w*ful|value|values|important|importan\w*|matter|matters|worth\w*|purpose|moral\w*|ethic\w*|philosoph\w*|belie\w+|good|right thing|just|fair\w*|freedom|human\w*|life|love|lov\w+|happ\w+|beaut\w+|favorite|enjoy\w*|fun|passion\w*|motivat\w+|inspir\w*|care|taste|prefer\w*|like about|most|best|worst|proud|success\w*`,
    chinese:
      '意义|价值|重要|值得|道德|伦理|哲学|信仰|善|公平|正义|自由|人性|生命|人生|爱|幸福|快乐|美|喜欢|享受|乐趣|热情|动机|启发|在乎|品味|偏好|最|骄傲|成功|初衷|精神|心态|心情|个性|灵感|理念|价值观|信念|梦想|文化|民主|认同|自己|开心|好玩|感动',
  },
  know: {
    english: String.raw`how (?:do|did|would|can|could) (?:you|we|they|i) (?:know|tell|decide|measure|judge|evaluate|figure)|know|tell (?:if|whether|when)|measur\w*|evaluat\w*|judge|decid\w*|decision|determin\w*|criteria|truth|true|figure out|understand`,
    chinese:
      '知道|判断|怎么知道|如何得知|衡量|评估|标准|决定|认定|真假|真实|确定|辨别|选择|挑选|取舍|依据|判定|指标|检视|理解|了解|意识到|认识',
  },
  personal: {
    english: 'you|your|yourself|yours',
    chinese: '你|您|你们|您的|政委|老师|部长',
  },
  we: {
    english: 'we|us|our|ours',
    chinese: '我们|咱们',
  },
  speaker: {
    english: "i|me|my|i'm|i've|i'd",
    chinese: '我|我的|个人',
  },
  they: {
    english: 'they|them|their|he|she|his|her',
    chinese: '他们|他|她|它们|对方',
  },
  pointing: {
    english: 'it|this|that|these|those|its',
    chinese: '这个|那个|这样|那样|这些|那些|它|这|那|此',
  },
  story: {
    english: String.raw`how did you|background|journey|story|began|begin|got into|get into|come from|came from|origin\w*|histor\w*|first|ended up|decid\w* to|what was|were you|when did you|used to|experience`,
    chinese:
      '背景|故事|一开始|当初|当时|开始|经历|经验|起源|历史|最初|来由|之前|过去|第一次|小时候|怎么开始|契机|缘起|曾经|以前|那时|过程',
  },
  tag: {
    english: String.raw`right$|right\?$|okay|ok$|you know$|correct$|yeah$|huh$|isn't it$|does that make sense|make sense|eh$|alright|no$|or no|or something`,
    chinese:
      '对吗|对不对|对吧|是吗|是吧|好吗|好不好|可以吗|行吗|这样吗|没错吧|了解吗|懂吗|知道吗|有问题吗|这样可以|是不是这样|是这样吗|是不是|听得懂|是嘛',
  },
  smalltalk: {
    english:
      "how are you|how's it going|hello|hi|hey|welcome|thanks|thank you|sorry|excuse|ready|anything else|any (?:other )?questions?|who's next|what's up|shall we|want to go|do you want to|do you wanna|guess what|who wants|go ahead|can i ask|may i|jump in|move on|hear me|question|ask",
    chinese:
      '你好|您好|谢谢|抱歉|不好意思|请问|还有|其他问题|还有没有|有没有人|有没有问题|接下来请|哪一位|要不要先|请教|可以先|开始|各位|大家好|麻烦|先请|报告|补充|是否同意|还有吗|想问|想请教|请|问题要|发言',
  },
  rhetoric: {
    english: String.raw`who (?:knows|cares)|why not|so what|what if|what else|you know what|isn't that|right\?|now what|guess what|how hard`,
    chinese: String.raw`何必|何苦|何不|难道|怎么可能|岂不|谁知道|何尝|不是吗|又怎么|哪有|怎能|怎么能|又有什么|谁会|谁能|怎会|怎可能|凭什么|呢\?*$`,
  },
  so: {
    english: 'so|so then|then',
    chinese: '所以|那|那么|因此|于是|这样',
  },
  or: {
    english: 'or|or is it|whether|either',
    chinese: '还是|或者|或是|抑或|或',
  },
  only: {
    english: 'just|only|simply|merely|basically',
    chinese: '只是|只有|仅|就是|光|单纯|而已|只',
  },
  already: {
    english: String.raw`already|current\w*|now|today|right now|so far|these days|at the moment|present\w*|recent\w*|latest`,
    chinese: '现在|目前|已经|至今|当前|现阶段|今天|最近|如今|今年|现行|现况',
  },
  doing: {
    english: String.raw`do you (?:do|use|have|see|find|get|need|want|go|work)|are you|were you|doing|using|use|built|build|made|make|creat\w+|wrote|design\w*`,
    chinese:
      '在做|做什么|使用|用|做|建|设计|写|制作|开发|处理|进行|采用|怎么用|搭配|产生|设置|设定',
  },
  tech: {
    english: String.raw`code|software|data|model|models|api|server|system|app|tool|tools|language|library|framework|algorithm|ai|network|protocol|node|transaction|bitcoin|test\w*`,
    chinese:
      '程式|程序|代码|软件|资料|数据|模型|系统|工具|语言|函数|算法|网站|平台|网络|接口|技术|机器|区块链|变量|组件|对象|数',
  },
  name: {
    english: 'name|named|called|call it|title|version',
    chinese: '名字|名称|叫什么|叫|称|姓名|题目|版本',
  },
  confirm: {
    english:
      "so (?:is|are|was|were|does|do|did|it's|that's|you|you're|they|he|this|that|basically)|is that|is it|are you|are they|was it|was that|did it|did they|does it|do they|is this",
    chinese:
      '是.{0,12}吗|有.{0,12}吗|已经.{0,10}吗|所以(?:是|就|现在|你|他|这|我|等)|就是|也是|都是|是在|是从|是由',
  },
  extent: {
    english:
      'to what (?:extent|degree)|how (?:important|likely|hard|difficult|easy|good|well|close|big of|confident|serious|effective|accurate|reliable)',
    chinese: '多(?:难|重要|好|高|快|少)|程度|何等|如此',
  },
  role: {
    english: String.raw`role|responsib\w*|part of|involve\w*|participat\w*`,
    chinese: '角色|参与|负责|扮演|分工|合作|配合|职责|身份',
  },
  other: {
    english: String.raw`other|others|another|else|anything else|besides|additional\w*|more`,
    chinese: '其他|其它|另外|另一|别的|除了|还有|更多|此外',
  },
  world: {
    english: String.raw`world|country|countries|china|taiwan|global\w*|international\w*|us|america\w*|europe\w*`,
    chinese: '世界|国家|中国|台湾|全球|国际|国外|美国|日本|欧洲|香港|社会',
  },
  quant: {
    english: String.raw`\d+|percent|half|number|most of|average|rate`,
    chinese: '[0-9]+|百分|一半|数字|平均|比率|％',
  },
  neg: {
    english: "not|n't|no|never|nothing|none|without|can't|cannot|don't|doesn't",
    chinese: '不|没|无|非|未|别|勿',
  },
  howCanWe: {
    english: 'how (?:do|can|could|should|would) (?:we|i|you|one|they)',
    chinese: '我们(?:要|该|应该|可以|能)?(?:怎么|如何)',
  },
};

interface Pattern {
  readonly name: string;
  readonly english: RegExp | null;
  readonly chinese: RegExp | null;
}

let patterns: readonly Pattern[] | null = null;

const HAS_ENGLISH = /[a-z]/;
const HAS_CHINESE = /[\u3400-\u9fff]/;

/** A question is most often read with the one before it, which was read with the one before that. */
const lastTexts = new LastTexts(findNotions);

/** The names of the notions that a folded text has words of. */
export function notionsOf(folded: string): readonly string[] {
  return lastTexts.of(folded);
}

function findNotions(folded: string): readonly string[] {
  patterns ??= Object.entries(NOTIONS).map(compile);
  const inEnglish = HAS_ENGLISH.test(folded);
  const inChinese = HAS_CHINESE.test(folded);
  return patterns
    .filter(
      ({ english, chinese }) =>
        (inEnglish && english?.test(folded) === true) ||
        (inChinese && chinese?.test(folded) === true),
    )
    .map(({ name }) => name);
}

function compile([name, { english, chinese }]: readonly [string, Notion]): Pattern {
  return {
    name,
    english: english === '' ? null : new RegExp(`(?:^|[^a-z'])(?:${english})(?![a-z])`),
    chinese: chinese === '' ? null : new RegExp(foldText(chinese)),
  };
}
