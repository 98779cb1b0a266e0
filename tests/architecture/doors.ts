import {
  application,
  type HouseMap,
  isTest,
  type Sources,
  withoutComments,
  withoutTypeImports,
} from './sources'

/** Doors that speak to the database themselves. */
export function queriesInDoors(sources: Sources, { doors }: HouseMap): string[] {
  const signs: [RegExp, string][] = [
    [/from '(drizzle-orm|postgres)['/]/, 'imports a query builder'],
    [/from '[^']*-tables(\.server)?'/, 'imports tables'],
    [/\bsql`/, 'writes SQL'],
    [
      /\b(db|tx|database)\s*\.\s*(select|selectDistinct|insert|update|delete|execute|query|transaction)\b/,
      'queries',
    ],
  ]
  return application(sources)
    .filter(([path]) => doors.some((door) => path.startsWith(`app/${door}/`)))
    .flatMap(([path, text]) =>
      signs
        .filter(([sign]) => sign.test(withoutTypeImports(withoutComments(text))))
        .map(([, what]) => `${path} ${what}`),
    )
}

/** Routes that do not say who may enter. */
export function routesWithoutAccess(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => path.startsWith('app/routes/') && /\.tsx?$/.test(path))
    .filter(([, text]) => !/export const handle\b[^=]*= \{[^;]*?\baccess\b/s.test(withoutComments(text)))
    .map(([path]) => `${path} exports no handle.access`)
}

/** A test below app/routes would become a page. */
export function testsAmongRoutes(sources: Sources): string[] {
  return [...sources.keys()].filter((path) => path.startsWith('app/routes/') && isTest(path))
}

/** Doors that read a form as it came, past the checks of readForm. */
export function formsReadUnchecked(sources: Sources): string[] {
  return application(sources)
    .filter(([path, text]) => path.startsWith('app/routes/') && /\.formData\(\)/.test(withoutComments(text)))
    .map(([path]) => `${path} reads a form without readForm`)
}

/** Fields of forms that take a text as it came, past the one cleaning of what people type. */
export function fieldsTakenRaw(sources: Sources): string[] {
  return application(sources)
    .filter(([path]) => /-forms?\.ts$/.test(path))
    .flatMap(
      ([path, text]) =>
        withoutComments(text)
          .match(/\bz\s*\.(string|email)\(\)(?!\s*\.regex\()/g)
          ?.map(() => path) ?? [],
    )
    .map((path) => `${path} takes a text raw: see app/text/typed-fields.ts`)
}
