import { englishRole } from './english-roles.js'

/** The words of credit lines, as regular expression sources over folded text (simplified, half width). */

const rolePrefix =
  '(?:本报|本刊|本网|本台|本社|本站|我报|特约|特派|首席|高级|资深|见习|实习|全媒体|融媒体|融媒|全媒|视频|摄影|图片|文字|摄像|驻(?:京|港|台|沪|美|日|外)|(?<=社|报|网)驻\\p{Script=Han}{2,4}?)'

/** Who takes pictures or reports for a desk: an organisation may stand before, names behind. */
export const deskRole = `${rolePrefix}*(?:记者团?|通讯员|通联员|实习生|摄影师|摄影员|摄影家|编辑|(?:^|(?<=[ /]))${englishRole}(?=[ /]|$))`

/** Somebody of the public; names may follow, and nothing but a label stands before. */
export const publicRole =
  '(?:受访者|受访人|被访者|被采访者|采访对象|报料人|爆料人|投稿人|读者|网友|网民|民众|市民|村民|居民|家属|家长|当事人|作者|摄影爱好者|志愿者|志工|义工|目击者|游客|车主|拍客|影友|球迷|影迷|粉丝|乘客|旅客|师生|校友)'

export const personRole = `(?:${deskRole}|${publicRole})`

/** Who stands for an organisation without naming it; never followed by a name. */
export const bareRole =
  '(?:受访单位|受访机构|受访企业|店家|商家|业者|业主|厂商|厂方|主办方|主办单位|主办机构|主办者|协办单位|承办方|承办单位|活动方|组委会|筹委会|大会|警方|军方|校方|院方|馆方|园方|店方|片方|剧方|资方|官方|医院方|家属方|单位|学校|医院|公司|企业|部队|球会|球队|机构|本人|友人|家人|同学|朋友|受害人|事主|苦主|消息人士|知情人|知情人士|律师|学者|教练|艺人|经纪人|经纪公司|被摄者)'

/** A picture from the files, or one that shows something else than the event. */
export const fileMark =
  '(?:资料照片|资料图片|资料画面|资料影像|资料相片|资料图|资料照|资料片|档案照片|档案图片|档案照|档案图|档案画面|示意图片|示意图|效果图|历史图片|历史照片|图为资料照片|图为资料图片|[Ff]ile [Pp]hoto|FILE PHOTO|File [Pp]icture)'

/** Names the source: what follows is an organisation, not a photographer. */
export const sourceLabel =
  '(?:(?:题图|头图|封面|封面图|首图|本文|文内|文中)?(?:图片|图|照片|相片)?(?:来源|来自|源自|源|据)|图自|图片版权|版权|图片出处|Source|Photo credit|Credit|Image)'

/** Names the photographer. */
export const shotLabel =
  '(?:摄影报道|摄影报导|图/文|文/图|文·图|图·文|图、文|文、图|撰文/摄影|采访/摄影|文/摄影|文/摄|图文|文图|图与文|文与图|图片摄影|摄影|拍摄|摄|Photo(?:graph)?s? by|Photographer|PHOTO BY|Picture by|Text and photos? by)'

/** Says only that here is the picture: `圖/吳德亮攝`, `圖/中央社`. */
export const pictureLabel = '(?:图片|照片|图|相|Photos?|PHOTO|Picture)'

/** Names who handed it in. */
export const providedLabel =
  '(?:供图|供图者|图片提供|照片提供|相片提供|图片由|照片由|Photo courtesy of|Photos courtesy of|Courtesy of|Courtesy|Photo provided by|Photo provided to|Provided by|Handout from|Handout via)'

export const shotVerb =
  '(?:摄影报道|摄影报导|拍摄报道|摄影并报道|图文报道|影音报道|文并摄|文/摄影|文/摄|文/图|图/文|文、图|图、文|文图|图文|摄影|拍摄|摄|文/图片|图)'
export const providedVerb = '(?:供图|提供|供照|供片|供稿供图|供稿|航拍供图|赠图)'
export const screenshotVerb = '(?:翻摄|翻拍|截图|截取|截屏|撷图)'

/** Somebody's screen, or the net: names no photographer. */
export const screenshotMark =
  '(?:(?:视频|影片|网页|网络|网上|网络视频|监控|监控视频|监视器|录像|录影|直播|电视|新闻|画面|手机|微博|抖音|微信|脸书|Facebook|facebook|FB|fb|IG|ig|YouTube|Youtube|youtube|Google|央视|央视新闻|朋友圈|短视频|社交媒体|社交平台)?(?:截图|截屏|撷图|画面截图|视频截图|影片截图|影像截图)|(?:网络|网上|互联网|网路|网)(?:图片|照片|图)|网络资料图|翻摄画面|监视器画面|监控画面|视频画面|影片画面|Screenshot|Screengrab|Video screenshot)'

/** Comes before the place a picture was copied from. */
export const copiedFrom =
  '(?:翻摄自|翻摄|翻拍自|翻拍|截图自|Screenshot from|截自|截取自|撷取自|撷自|取自|摘自|转自|引自|源自)'

const agencies = [
  '新华社|新华网|新华|中新社|中国新闻社|中新网|中通社|香港中通社|中央社|中评社|法新社|法新|美联社|美联|路透社|路透|欧新社|欧通社|欧联社|合众社|共同社',
  '时事社|韩联社|纽西斯|塔斯社|俄通社|俄新社|卫星社|卫星通讯社|安莎社|埃菲社|德新社|朝中社|安纳多卢通讯社|今日俄罗斯|人民视觉|人民图片|影像中国|视觉中国|东方IC',
  '达志影像|达志|盖帝图像|盖蒂图片社|盖蒂|联合报系|中央图片社|全景视觉|全景|图虫创意|图虫|海洛创意|壹图网|摄图网|千图网|维基百科|维基共享资源|百度百科|百度地图|澎湃影像|国际在线|彭博社|彭博|军闻社|中时|三立|民视|东森|华视|公视|有线新闻|无线新闻|港台电视(?:31|32)?|政府新闻处|网络|互联网|网路|资料室|资料',
  'IC ?[Pp]hoto|CFP|VCG|CNSphoto|CNSPHOTO|CNS|CNA|TPG|Osports|OSPORTS|Getty Images|GETTY IMAGES|Getty|AP Photo|AP Images|AP|AFP|REUTERS|Reuters|EPA-EFE|EPA|XINHUA|Xinhua|Bloomberg|Kyodo|Yonhap|TASS|UPI|PA|dpa|DPA|ANSA|Shutterstock|shutterstock|Pixabay|pixabay|PIXABAY|Unsplash|unsplash|Pexels|iStock|Imaginechina|IMAGINECHINA|ETtoday|NOWnews|TVBS|TVB|BBC|CNN|CCTV|NASA|NHK|Agencies|Alamy|Zuma|Flickr|Twitter|Facebook|YouTube|Instagram|China Daily|CHINA DAILY|China News Service',
].join('|')

/** What can only be an organisation that issues pictures. */
export const agency = `(?:${agencies})`

/** Endings that tell an organisation from a person's name. */
export const organisationEnding =
  '(?:报|报社|日报|晚报|都市报|晨报|网|社|台|电视|刊|周刊|杂志|画报|新闻|视觉|视频|影像|图片|图片社|通讯|传媒|融媒|融媒体|融媒体中心|客户端|在线|中心|局|部|委|处|厅|署|院|大学|中学|小学|学院|学校|幼儿园|一中|二中|校|科|馆|所|府|司|公司|集团|企业|厂|协会|联谊会|促进会|研究会|慈善会|校友会|同乡会|员会|委会|工会|商会|基金会|学会|联会|公会|农会|总会|联合会|妇联|团委|社区|街道|办事处|街道办|派出所|消防|公安|交警|特警|警察|法院|检察院|机场|港铁|铁路|地铁|电力|供电|航空|航天|银行|酒店|饭店|餐厅|医院|分局|支队|大队|总队|救援队|队|团|剧团|剧院|剧场|乐园|方舟|村|镇|乡|县|省|市|区|库|店|宫|寺|庙|教会|堂|影业|娱乐|唱片|工作室|俱乐部|平台|组|基地|农场|林场|景区|公园|动物园|植物园|博物院|战区|海军|空军|陆军|海警|海关|边检|税务|气象|党部|总部|学联|市府|县府|当局|白宫|行政|议会|立法会|大使馆|领事馆|国网|移动|联通|电信)'

/** Where agencies' reporters write from: stands between name and verb, or before 電. */
export const places =
  '(?:纽约|华盛顿|洛杉矶|旧金山|东京|首尔|北京|上海|台北|高雄|香港|澳门|巴黎|伦敦|柏林|罗马|日内瓦|布鲁塞尔|莫斯科|曼谷|新加坡|吉隆坡|雅加达|马尼拉|河内|新德里|多伦多|温哥华|悉尼|雪梨|渥太华|苏黎世|维也纳|布拉格|华沙|马德里|专电)'
