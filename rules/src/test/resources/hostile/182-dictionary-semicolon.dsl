# words
[when]a customer=Customer()
[when]nothing=Customer(); eval(true)
