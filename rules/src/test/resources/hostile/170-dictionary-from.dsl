# words
[when]a customer=Customer()
[when]nothing=Customer() from x
