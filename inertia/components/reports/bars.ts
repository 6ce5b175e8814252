/** Bars of one chart: a label each, and one or two counts that are stacked. */
export interface Bars {
  labels: string[]
  series: { name: string; values: number[]; look: 'plain' | 'warn' }[]
  /** Long labels stand at the left of lying bars. */
  lying?: boolean
}

/** Colours as the page has them now: they differ in the dark. */
function coloursOf(element: Element) {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: of('--ui-text-toned'),
    line: of('--ui-border'),
    paper: of('--ui-bg'),
    plain: of('--ui-primary'),
    warn: of('--ui-warning'),
    // Measured on a canvas, which inherits nothing.
    font: style.fontFamily,
  }
}

/** An ECharts option: patterns beside colours, numbers on the bars where there is room. */
export function optionOf({ labels, series, lying }: Bars, element: Element) {
  const { text, line, paper, font, ...looks } = coloursOf(element)
  const names = {
    type: 'category',
    data: labels,
    inverse: lying,
    axisLabel: {
      color: text,
      hideOverlap: !lying,
      width: 132,
      overflow: lying ? 'truncate' : 'none',
    },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  }
  const counts = {
    type: 'value',
    minInterval: 1,
    splitNumber: 4,
    axisLabel: { color: text, hideOverlap: true },
    splitLine: { lineStyle: { color: line } },
  }
  return {
    animation: false,
    textStyle: { fontFamily: font },
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    grid: { left: 8, right: 28, top: series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
    legend: { show: series.length > 1, top: 0, left: 0, itemGap: 16, textStyle: { color: text } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      axisPointer: { type: 'shadow' },
      backgroundColor: paper,
      borderColor: line,
      textStyle: { color: text },
    },
    xAxis: lying ? counts : names,
    yAxis: lying ? names : counts,
    series: series.map(({ name, values, look }, at) => ({
      type: 'bar',
      stack: 'all',
      barMaxWidth: 28,
      name,
      data: values,
      itemStyle: { color: looks[look] },
      label: {
        show: lying && at === series.length - 1,
        position: 'right',
        color: text,
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          String(series.reduce((sum, one) => sum + (one.values[dataIndex] ?? 0), 0)),
      },
    })),
  }
}
