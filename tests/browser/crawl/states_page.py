"""The product's page, in the states that a reader meets when something is missing, slow or broken."""

from browser.crawl import states

from dashboard import app

app.run(states.source, states.reader(), states.VIEWS_OF_STATES)
