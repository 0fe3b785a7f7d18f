/** What a report says of the stroke, and whether it says that there is something. Written for tests; no patient's. */
export interface ChineseReport {
  readonly text: string;
  readonly positive: boolean;
}

const PRESENT = [
  '左侧大脑中动脉高密度征',
  '可见右侧大脑中动脉高密度征',
  '右侧大脑中动脉走行区条状高密度影',
  '左侧大脑中动脉M1段闭塞',
  '右侧大脑中动脉M1段未显影',
  '左侧大脑中动脉M1段管腔中断，考虑闭塞',
  '左侧岛带征消失',
  '右侧岛带征消失，脑沟变浅',
  '左侧豆状核边缘模糊',
  '右侧豆状核边缘模糊，呈低密度',
  '双侧基底节区低密度影',
  '右侧额颞叶大片低密度影',
  '左侧颞叶早期缺血改变',
  '右侧大脑半球早期缺血改变，脑沟变浅',
  '双侧脑沟变浅，灰白质分界不清',
  '右侧灰白质分界不清，考虑急性脑梗死',
  '左侧大脑中动脉供血区急性脑梗死',
  '右侧大脑中动脉供血区弥散受限',
  '左侧侧支循环不良',
  '右侧颈内动脉末端闭塞',
] as const;

const ABSENT = [
  '未见大脑中动脉高密度征',
  '右侧大脑中动脉未见高密度征',
  '未见明确大脑中动脉高密度影',
  '未见大脑中动脉M1段闭塞',
  '左侧大脑中动脉M1段未见闭塞',
  '未见大血管闭塞，管腔通畅',
  '未见岛带征消失',
  '左侧岛带征未见消失，未见脑沟变浅',
  '未见豆状核边缘模糊',
  '右侧豆状核未见低密度',
  '左侧基底节区未见低密度影',
  '右侧额颞叶未见低密度影',
  '未见早期缺血改变',
  '左侧大脑半球未见早期缺血改变',
  '未见脑沟变浅，灰白质分界清楚',
  '未见灰白质分界不清，未见急性脑梗死',
  '未见急性脑梗死',
  '右侧大脑中动脉供血区未见弥散受限',
  '侧支循环良好',
  '未见颈内动脉末端闭塞',
] as const;

/** Every report says of something that it is not there: a negation alone tells nothing. */
const ENDINGS = [
  '未见颅内出血。中线结构居中。',
  '脑室系统未见扩大，未见出血。',
  '未见脑出血，颅骨未见骨折。',
] as const;

export const CHINESE_REPORTS: readonly ChineseReport[] = [PRESENT, ABSENT].flatMap(
  (findings, absent) =>
    findings.flatMap((finding) =>
      ENDINGS.map((ending) => ({
        text: `检查所见：${finding}。${ending}`,
        positive: absent === 0,
      })),
    ),
);
