import { useRouteLoaderData } from '@remix-run/react'
import type { BreadcrumbList, Organization, Product, WebSite, WithContext } from 'schema-dts'
import type { loader as rootLoader } from '~/root'
