/** What stands on a web page around an article, by folded line. */
const patterns = [
  /copyright|all rights reserved|版权所有|版权为|版权声明|未经.{0,8}(?:同意|授权|许可|书面).{0,8}不得|转载请注明|免责声明|著作权/iu,
  /许可证|备案|icp备|icp证|公网安备|营业执照|新闻信息服务|视听节目|违法和不良信息|举报(?:电话|邮箱|中心)/iu,
  /^(?:责任编辑|责编|编辑|校对|审核|监制|值班编委|美编|核稿编辑|主编|终审)[::/ ]/u,
  /^(?:分享|分享到|分享至|转发|收藏|点赞|评论|打印|字号|字体|关闭|返回|返回顶部|首页|上一篇|下一篇|相关(?:阅读|新闻|报道|推荐)|延伸阅读|热门(?:推荐|新闻|文章)|推荐阅读|更多(?:新闻|精彩|内容)|猜你喜欢|扫一扫|扫描二维码|微信扫码|加入收藏|我要评论|网友评论|查看原文|阅读原文|点击(?:查看|下载|进入|关注)|关注我们|下载(?:app|客户端)|广告|赞助商)/iu,
  /^(?:微信|微博|qq空间|qq|facebook|line|twitter|朋友圈|复制链接|[ |·、/]+)+$/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^(?:来源|稿源|发布时间|发表时间|时间|阅读量?|浏览量?|点击量?)[::]/u,
  /^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?: +\d{1,2}:\d{2}(?::\d{2})?)?(?: +来源[::].*)?$/u,
]

/** Whether a line is page furniture: copyright, licence numbers, share buttons, editors' names. */
export function isFurniture(folded: string): boolean {
  return folded.length <= 160 && patterns.some((pattern) => pattern.test(folded))
}
