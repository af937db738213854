"""The First Steps dashboard.

One way leads through the house, and each room does one thing:

    case_database   the rows: contract, engines, loading, rules, synthetic data
    queries/*.sql   count them, down to one row per centre, month and split
    snapshot        all aggregates of one data load, kept in memory and on disk
    indicators      what the aggregates mean: shares, roll-ups, percentiles
    privacy         who may see what; the only maker of `Published`
    sentences       the words, told of `Published` alone
    cards           what a page says and shows, as data
    charts, exports pictures and files, drawn from `Published` alone
    views           the pages a reader opens
"""
