import { createContext, useContext } from 'react'

/** What the server knows about this very document: the nonce its scripts carry, the id and the path of its request. */
export type DocumentMarks = { nonce?: string; requestId?: string; pathname?: string }

export const DocumentMarksContext = createContext<DocumentMarks>({})

export function useDocumentMarks(): DocumentMarks {
  return useContext(DocumentMarksContext)
}
