/**
 * What people make passwords of: the most frequent passwords and their parts, in the world and in
 * Chinese habits (pinyin phrases, lucky numbers, walks over the keyboard, frequent names), and the
 * words of this trade. Compared in lower case, with digits and signs read as the letters they replace.
 */
const WORDS = `
password passwort passwd passphrase mypassword newpassword secret letmein welcome login signin access
admin administrator root superuser manager master supervisor operator system sysadmin user username
guest test tester testing demo default example sample temp temporary changeme change please letme
hello hallo bonjour hola qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm
qazwsx qazwsxedc wsxedc edcrfv rfvtgb qwer qwert wasd poiuytrewq lkjhgfdsa mnbvcxz
iloveyou ilovu loveyou lovely love lover loveme forever always princess prince queen king angel baby
babygirl babyboy honey sweetie sweetheart darling sunshine rainbow butterfly flower summer winter
spring autumn monday tuesday wednesday thursday friday saturday sunday january february march april
june july august september october november december monkey dragon tiger lion eagle falcon phoenix
bear wolf horse dolphin panda kitty puppy chicken turtle shadow ghost hunter ranger killer warrior
ninja samurai soldier knight wizard magic merlin pokemon pikachu naruto minecraft starwars superman
batman spiderman ironman football baseball basketball soccer hockey tennis golf swimming liverpool
chelsea arsenal barcelona juventus manchester yankees lakers michael jordan jennifer jessica ashley
daniel thomas robert andrew joshua matthew anthony nicole charlie george samantha michelle amanda
freedom liberty whatever trustno nothing something anything everything internet computer laptop
windows microsoft google facebook twitter linkedin youtube apple iphone android samsung huawei xiaomi
lenovo tencent alibaba taobao alipay weixin wechat baidu weibo douyin oracle mysql redis linux ubuntu
server database network office business company money dollar silver golden diamond purple orange
yellow green black white cookie cheese banana coffee pepper ginger chocolate family friend friends
mother father sister brother mommy daddy jesus christ heaven blessed church america canada london
paris tokyo china chinese beijing shanghai guangzhou shenzhen chengdu hangzhou nanjing wuhan tianjin
chongqing sichuan guangdong zhejiang jiangsu shandong henan hubei hunan hebei fujian anhui jiangxi
yunnan guizhou shanxi shaanxi gansu liaoning jilin heilongjiang hainan guangxi ningxia xinjiang xizang
neimenggu qinghai zhongguo zhonghua hongkong taiwan
woaini woaiwo woaiwojia woaizhongguo woaibaobao woaimama woaibaba woaiziji woaisiwole woshini
woshishei woshidashen woshiwo woyaofacai woxiangni woxihuanni aini ainiyiwannian ainiyishengyishi
aiwo aiqing yishengyishi tiantian kaixin kuaile xingfu pingan jiankang facai gongxifacai gongxi wanshiruyi
xinniankuaile shengrikuaile nihao dajiahao zaijian laopo laogong baobei baobao xiaobao mama baba
jiejie gege meimei didi yeye nainai haizi erzi nver tongtong lele doudou niuniu mimi mima denglu
yonghu guanliyuan guanli ceshi zhanghao xitong houtai bangong gongzuo gongsi danwei
zhangwei wangwei liwei liuwei zhangmin wangfang lina zhangli liuyang wanglei zhangjie lijie wangjun
zhangyong liqiang wangqiang liuqiang zhanglei lilei wangyan zhangyan liyan liuyan chenwei chenjie
yangyang zhangyang wangyang liyang chenchen zhang wang zhao qian chen yang huang zhou
kaoqu kaodian kaosheng kaoshi kaowu kaowuzu shenhe shenheyuan yishi yishizige yishikaoshi zhiyeyishi
zigekaoshi baoming baomingdian weijian weijianwei weishengju yiyuan renminyiyuan yixue yisheng hushi
cailiao shangchuan zige exam doctor hospital health review reviewer region medical medicine nurse
qualification registration material portal staff
123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 321 4321 54321 654321
7654321 87654321 987654321 9876543210 012345 123123 123321 112233 121212 131313 11223344 123654
147258 147258369 159753 159357 789456 789456123 456789 741852 741852963 963852741 258369 135790
246810 13579 24680 102030 010203 020304
520 521 5201314 520520 5211314 1314 1314520 13145 201314 20131 7758521 7758258 3344521 3344520 521521
1314521 584520 888 8888 88888 888888 88888888 168 168168 16888 666 6666 666666 66666666 999 9999 999999
518 518518 5188 1688 998 110 119 120 114 10086 10010 95588
1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 1qaz2wsx 1qazxsw2 zaq1 xsw2 cde3 zaq12wsx
q1w2e3 q1w2e3r4 a1b2c3 a1b2c3d4 a123456 a12345678 aa123456 abc abcd abcde abcdef abcdefg abcdefgh
abc123 abcd1234 asd123 qwe123 qwer1234 qweasd qweasdzxc asdasd zxczxc qweqwe woaini1314 woaini520 woaini521
wo ai ni
1990 1991 1992 1993 1994 1995 1996 1997 1998 1999 1980 1981 1982 1983 1984 1985 1986 1987 1988 1989
1970 1971 1972 1973 1974 1975 1976 1977 1978 1979 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009
2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030
密码 我的密码 我爱你 我爱中国 中国 你好 考区 考点 考试 考务 管理员 审核 审核员 医师 医生 医院 登录 系统 测试
一二三四五六 春夏秋冬 新年快乐 恭喜发财
`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
