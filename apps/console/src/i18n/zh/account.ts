export const account = {
  noBrand: '您尚未加入任何品牌，请联系品牌负责人。',
  profile: '个人资料',
  password: '密码',
  passwordNote: '修改后，其他设备将退出登录。',
  currentPassword: '当前密码',
  changePassword: '修改密码',
  passwordChanged: '密码已修改。',
  sessions: '登录中的设备',
  here: '当前设备',
  end: '退出',
  endOthers: '退出其他全部设备',
};
