/** The facts of this field stand in `#law/people`, where the social pension reads them too. */
export * from '#law/people'
