const invitation = /入会|(?:加入|注册|成为|升级为?)[^，。！？<]{0,6}会员|join\s+(?:the|our)\s+(?:\w+\s+){0,3}(?:programme|program|club)|become\s+a\s+member/i;

/** Whether a text asks its readers to join the programme. Beside what its author said: one of the two is enough to keep it from members. */
export const looksLikeInvitation = (article: { title: string; digest: string; content: string }): boolean =>
  [article.title, article.digest, article.content.replace(/<[^>]+>/g, '')].some((part) => invitation.test(part));
