.to("leadiq:searchPeople?fields=results { name { fullName } currentPositions { emails { value status } } }")
