.to("leadiq:searchPeople?input.limit=1&creditBudget=500&creditBudgetPeriod=DAY")
