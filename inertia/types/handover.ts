import type { ImageView, ItemView } from './dossier.js'

/** An item as the phone of a hand-over sees it. */
export interface HandoverItemView extends Pick<
  ItemView,
  'id' | 'number' | 'name' | 'min' | 'max' | 'rules'
> {
  required: boolean
  /** Pictures that it holds, whichever way they came. */
  taken: number
  places: (ItemView['places'][number] & { taken: boolean })[]
  /** Over a hand-over what came over this link, and nothing else. */
  tiles: HandoverTile[]
}

export interface HandoverTile extends Pick<ImageView, 'id' | 'place' | 'position'> {
  /** Null where it is covered: the candidate's own, and not handed in yet. */
  thumbnailUrl: string | null
}

export interface HandoverPageProps {
  expiresAt: number
  items: HandoverItemView[]
}

/** A new link, told once, to the screen that shows it. */
export interface OpenedHandover {
  id: string
  path: string
  expiresAt: number
}

/** How it goes, asked by the screen that shows the code. */
export interface HandoverProgress {
  live: boolean
  /** When a phone came for the first time. */
  openedAt: number | null
  expiresAt: number
  images: number
}
